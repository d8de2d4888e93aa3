package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;

/** The treasury's budget lines and floors, as the chain has them now. */
@ApplicationScoped
public class TreasuryRules {
    /** Every line takes a vote, so there are few; this bounds the loop all the same. */
    private static final int MOST_LINES = 100;

    private final ChainReader chain;

    TreasuryRules(ChainReader chain) {
        this.chain = chain;
    }

    /** Every budget line. */
    public List<BudgetLine> lines() {
        int count = chain.call(ContractName.TREASURY, Treasury.lineCount()).intValueExact();
        List<BudgetLine> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(count, MOST_LINES); i++) {
            lines.add(line(chain.call(ContractName.TREASURY, Treasury.lineIdAt(BigInteger.valueOf(i)))));
        }
        return lines;
    }

    /** What no mandate may go below, or above. */
    public Floors floors() {
        Treasury.Floors floors = chain.call(ContractName.TREASURY, Treasury.floors());
        return new Floors(
                floors.marginBps(),
                floors.quorum(),
                floors.biddingPeriod(),
                floors.revealPeriod(),
                floors.reviewPeriod(),
                floors.electionPeriod(),
                floors.standstillPeriod(),
                floors.milestoneReviewPeriod(),
                floors.challengePeriod(),
                floors.mostToleranceBps(),
                floors.mostLineShareBps());
    }

    private BudgetLine line(String id) {
        Treasury.LineResult line = chain.call(ContractName.TREASURY, Treasury.line(id));
        BigInteger free = line.allocated().subtract(line.reserved()).subtract(line.spent());
        BigInteger periodCap =
                chain.call(ContractName.TREASURY, Treasury.linePeriod(id)).periodCap();
        boolean inPaymentToken = line.token().equals(chain.address(ContractName.PAYMENT_TOKEN));
        return new BudgetLine(id, line.name(), line.token(), inPaymentToken, line.allocated(), free, periodCap);
    }
}

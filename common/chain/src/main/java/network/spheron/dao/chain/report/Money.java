package network.spheron.dao.chain.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.Treasury;

/** The tokens, the budget lines, and what no mandate may go below. Amounts are in the smallest unit. */
final class Money {
    private static final String TOKENS = "tokens";
    private static final String LINES = "budget lines";
    private static final String FLOORS = "floors";

    private final OnChain chain;
    private final List<Finding> findings = new ArrayList<>();

    private Money(OnChain chain) {
        this.chain = chain;
    }

    static List<Finding> of(OnChain chain) {
        Money money = new Money(chain);
        money.tokens();
        money.lines();
        money.floors();
        return money.findings;
    }

    private void tokens() {
        String mode = chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.CLOCK_MODE());
        findings.add(Finding.check(
                TOKENS,
                "governance token",
                chain.address(ContractName.GOVERNANCE_TOKEN) + ", votes counted by " + mode,
                mode.equals("mode=timestamp"),
                "votes must be counted by timestamp"));
        findings.add(Finding.fact(TOKENS, "payment token", chain.address(ContractName.PAYMENT_TOKEN)));
        firstHolders(ContractName.GOVERNANCE_TOKEN);
        firstHolders(ContractName.PAYMENT_TOKEN);
    }

    /** Of a token that was created with the DAO: its constructor alone could give it to anybody. */
    private void firstHolders(ContractName token) {
        chain.logsOfCreation(token).stream()
                .filter(log -> log.topics().get(0).equals(LocalToken.Transfer.TOPIC))
                .map(log -> LocalToken.Transfer.decode(log.topics(), log.data()))
                .forEach(first -> findings.add(Finding.fact(
                        TOKENS, token.key() + " created for", chain.named(first.to()) + ", " + first.value())));
    }

    private void lines() {
        Map<String, BigInteger> owed = new LinkedHashMap<>();
        long count = chain.call(ContractName.TREASURY, Treasury.lineCount()).longValueExact();
        for (long i = 0; i < count; i++) {
            String id = chain.call(ContractName.TREASURY, Treasury.lineIdAt(BigInteger.valueOf(i)));
            Treasury.LineResult line = chain.call(ContractName.TREASURY, Treasury.line(id));
            findings.add(Finding.check(
                    LINES,
                    line.name(),
                    "allocated " + line.allocated() + ", reserved " + line.reserved() + ", spent " + line.spent(),
                    line.reserved().add(line.spent()).compareTo(line.allocated()) <= 0,
                    "more is reserved and spent than allocated"));
            Treasury.LinePeriodResult period = chain.call(ContractName.TREASURY, Treasury.linePeriod(id));
            findings.add(Finding.fact(
                    LINES,
                    line.name() + " per period",
                    period.promised() + " promised of " + period.periodCap() + " in " + period.periodLength() + " s"));
            owed.merge(line.token(), line.allocated().subtract(line.spent()), BigInteger::add);
        }
        owed.forEach((token, amount) -> findings.add(Finding.fact(
                LINES,
                "held of " + chain.named(token),
                chain.held(token, ContractName.TREASURY).add(chain.held(token, ContractName.MILESTONE_ESCROW))
                        + " by treasury and escrow, of " + amount + " not yet spent")));
    }

    private void floors() {
        Treasury.Floors floors = chain.call(ContractName.TREASURY, Treasury.floors());
        findings.add(Finding.fact(FLOORS, "approval margin", floors.marginBps() + " basis points"));
        findings.add(Finding.fact(FLOORS, "quorum", floors.quorum().toString()));
        seconds("bidding", floors.biddingPeriod());
        seconds("reveal", floors.revealPeriod());
        seconds("review of bids", floors.reviewPeriod());
        seconds("election", floors.electionPeriod());
        seconds("standstill", floors.standstillPeriod());
        seconds("review of a milestone", floors.milestoneReviewPeriod());
        seconds("challenge", floors.challengePeriod());
        findings.add(Finding.fact(FLOORS, "most tolerance", floors.mostToleranceBps() + " basis points"));
        findings.add(Finding.fact(FLOORS, "most of a line", floors.mostLineShareBps() + " basis points"));
    }

    private void seconds(String name, long seconds) {
        findings.add(Finding.fact(FLOORS, name, seconds + " s"));
    }
}

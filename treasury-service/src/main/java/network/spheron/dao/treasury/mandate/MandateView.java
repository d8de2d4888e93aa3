package network.spheron.dao.treasury.mandate;

import java.math.BigDecimal;
import java.math.BigInteger;
import network.spheron.dao.events.MandateTerms;
import network.spheron.dao.web.BudgetBar;

/**
 * A mandate and what has been done with it; amounts in the token's smallest unit.
 *
 * @param committed funded into agreements, less refunds
 * @param spent paid to payees
 * @param open whether more may still be funded under it
 */
public record MandateView(
        BigInteger mandateId,
        MandateTerms terms,
        String lineName,
        BigInteger committed,
        BigInteger spent,
        boolean open,
        long grantedAt,
        String transactionHash) {
    /** The mandate as a picture: of its cap, what is paid and what agreements still hold. */
    public BudgetBar bar(int decimals, String symbol) {
        return new BudgetBar(terms.cap(), committed.subtract(spent), spent, decimals, symbol);
    }

    /** The approval margin, such as {@code 15} or {@code 7.5}. */
    public String marginPercent() {
        return percent(terms.marginBps());
    }

    /** What change orders may add to a price, in the same form. */
    public String tolerancePercent() {
        return percent(terms.toleranceBps());
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    static MandateView of(Mandate mandate, String lineName) {
        return new MandateView(
                mandate.mandateId,
                mandate.terms,
                lineName,
                mandate.committed,
                mandate.spent,
                !mandate.closed,
                mandate.grantedAt,
                mandate.transactionHash);
    }
}

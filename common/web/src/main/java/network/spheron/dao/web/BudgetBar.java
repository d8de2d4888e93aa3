package network.spheron.dao.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The picture of a budget: what of it is paid, reserved and free, in the token's smallest unit.
 *
 * @param reserved granted or agreed, not paid yet
 */
public record BudgetBar(BigInteger total, BigInteger reserved, BigInteger paid, int decimals, String symbol) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    /** Per cent; what is there at all must be seen, however little it is of the whole. */
    private static final BigDecimal LEAST_SEEN = new BigDecimal("1.00");

    private String share(BigInteger part) {
        BigDecimal share = new BigDecimal(part.multiply(HUNDRED))
                .divide(new BigDecimal(total.max(reserved.add(paid)).max(BigInteger.ONE)), 2, RoundingMode.HALF_UP);
        return (part.signum() > 0 ? share.max(LEAST_SEEN) : share).toPlainString();
    }

    public BigInteger free() {
        return total.subtract(reserved).subtract(paid);
    }

    public String paidShare() {
        return share(paid);
    }

    public String reservedShare() {
        return share(reserved);
    }

    public String paidText() {
        return TokenAmount.format(paid, decimals);
    }

    public String reservedText() {
        return TokenAmount.format(reserved, decimals);
    }

    public String freeText() {
        return TokenAmount.format(free(), decimals);
    }

    public String totalText() {
        return TokenAmount.format(total, decimals);
    }
}

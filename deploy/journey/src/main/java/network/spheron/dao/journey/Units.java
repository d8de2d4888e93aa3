package network.spheron.dao.journey;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Whole units, as people and CSV files write amounts, to and from a token's smallest unit. */
record Units(int decimals) {
    /** Every governance token has 18 decimals here. */
    static final Units VOTES = new Units(18);

    BigInteger smallest(BigInteger whole) {
        return whole.multiply(BigInteger.TEN.pow(decimals));
    }

    /** A plain decimal string without trailing zeros. */
    String whole(BigInteger smallest) {
        BigDecimal amount = new BigDecimal(smallest, decimals).stripTrailingZeros();
        return amount.toPlainString();
    }
}

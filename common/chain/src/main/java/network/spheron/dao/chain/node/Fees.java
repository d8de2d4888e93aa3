package network.spheron.dao.chain.node;

import java.math.BigInteger;

/**
 * What a transaction offers, in wei per unit of gas (EIP-1559).
 *
 * @param max for base fee and priority fee together
 */
public record Fees(BigInteger max, BigInteger priority) {
    private static final BigInteger NINE = BigInteger.valueOf(9);
    private static final BigInteger EIGHT = BigInteger.valueOf(8);

    /** Enough for the base fee to double until the transaction is mined. */
    public static Fees above(BigInteger baseFee, BigInteger priority, BigInteger limit) {
        BigInteger max = baseFee.shiftLeft(1).add(priority).min(limit);
        return new Fees(max, priority.min(max));
    }

    /** Enough more for nodes to let it replace this one (an eighth, they ask for a tenth), or what is due now if more. */
    public Fees raised(Fees now, BigInteger limit) {
        BigInteger raisedMax = eighthMore(max).max(now.max()).min(limit);
        return new Fees(raisedMax, eighthMore(priority).max(now.priority()).min(raisedMax));
    }

    /** Whether nodes let this replace the other. */
    public boolean replaces(Fees other) {
        return max.compareTo(tenthMore(other.max())) >= 0 && priority.compareTo(tenthMore(other.priority())) >= 0;
    }

    private static BigInteger eighthMore(BigInteger fee) {
        return fee.multiply(NINE).divide(EIGHT).add(BigInteger.ONE);
    }

    private static BigInteger tenthMore(BigInteger fee) {
        return fee.multiply(BigInteger.valueOf(11)).divide(BigInteger.TEN);
    }
}

package network.spheron.dao.treasury.distribution;

import java.math.BigInteger;

/**
 * A distribution; amounts in the smallest unit of the line's token.
 *
 * @param root of the Merkle tree of shares
 * @param deadline as it was voted, in seconds since the epoch
 */
public record DistributionView(
        BigInteger distributionId,
        String lineName,
        String token,
        String root,
        BigInteger total,
        BigInteger claimed,
        long deadline,
        boolean closed,
        String transactionHash) {}

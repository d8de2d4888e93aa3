package network.spheron.dao.treasury.distribution;

import java.math.BigInteger;

/**
 * A distribution; amounts in the smallest unit of the line's token.
 *
 * @param root of the Merkle tree of shares
 * @param deadline as it was voted, in seconds since the epoch
 * @param claimsEnd the same with the stops of payments since then, up to now
 * @param claimable whether that time has not come
 */
public record DistributionView(
        BigInteger distributionId,
        String lineName,
        String token,
        String root,
        BigInteger total,
        BigInteger claimed,
        long deadline,
        long claimsEnd,
        boolean claimable,
        boolean closed,
        String transactionHash) {}

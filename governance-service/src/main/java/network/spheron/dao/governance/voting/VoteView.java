package network.spheron.dao.governance.voting;

import java.math.BigInteger;

/**
 * A counted vote as others see it.
 *
 * @param weight in the smallest unit of the governance token
 * @param at the chain's time in seconds since the epoch
 */
public record VoteView(
        String voter, Support support, BigInteger weight, String reason, String transactionHash, long at) {}

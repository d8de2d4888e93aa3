package network.spheron.dao.governance.election;

import java.math.BigInteger;

/**
 * A counted ballot as others see it.
 *
 * @param weight in the smallest unit of the governance token
 * @param choices two bits per bid, bid 0 in the lowest bits of byte 0: 0 none, 1 yes, 2 no, 3 abstain
 * @param at the chain's time in seconds since the epoch
 */
public record BallotView(
        String voter, BigInteger sequence, BigInteger weight, String choices, String transactionHash, long at) {
    /** What it says about a bid. */
    public Choice choice(int bidIndex) {
        return Choices.decode(choices).of(bidIndex);
    }
}

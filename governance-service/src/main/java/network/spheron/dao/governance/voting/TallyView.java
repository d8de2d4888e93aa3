package network.spheron.dao.governance.voting;

import java.math.BigInteger;

/**
 * The votes on a proposal, in the smallest unit of the governance token.
 *
 * @param quorum least votes for and abstaining; zero before voting has begun
 */
public record TallyView(
        BigInteger votesFor, BigInteger votesAgainst, BigInteger votesAbstain, int voters, BigInteger quorum) {
    static TallyView none(BigInteger quorum) {
        return new TallyView(BigInteger.ZERO, BigInteger.ZERO, BigInteger.ZERO, 0, quorum);
    }
}

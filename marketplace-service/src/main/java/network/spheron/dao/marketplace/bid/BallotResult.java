package network.spheron.dao.marketplace.bid;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;

/**
 * How a bid fared in the election, in units of the governance token.
 *
 * @param place its rank among the approved bids, counting from 1; 0 when it was not approved
 * @param reason why it won or did not, in a sentence
 */
@Embeddable
public record BallotResult(
        @Column(precision = 78) BigInteger yes,
        @Column(precision = 78) BigInteger no,
        @Column(precision = 78) BigInteger abstain,
        Boolean approved,
        Boolean won,
        Integer place,
        String reason) {
    /** The same votes, and nobody wins. */
    BallotResult annulled(String why) {
        return new BallotResult(yes, no, abstain, approved, false, place, why);
    }
}

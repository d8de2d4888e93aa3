package network.spheron.dao.governance.ballot;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** No votes are taken at the chain's time. */
public final class VotingNotOpen extends Refusal {
    public VotingNotOpen(String why) {
        super(409, "voting-not-open", why);
    }

    /**
     * The vote has ended.
     *
     * @param votingEnds the chain's time in seconds since the epoch
     */
    public static VotingNotOpen over(long votingEnds) {
        return new VotingNotOpen("the vote has ended", votingEnds);
    }

    private VotingNotOpen(String why, long votingEnds) {
        super(409, "voting-not-open", why, Map.of("votingEnds", votingEnds));
    }
}

package network.spheron.dao.governance.portal;

import java.math.BigInteger;
import network.spheron.dao.governance.election.BidStanding;
import network.spheron.dao.governance.election.Choice;
import network.spheron.dao.governance.election.ElectionRule;
import network.spheron.dao.web.VoteBar;

/**
 * A bid as the election's page shows it.
 *
 * @param mine what the person's counted ballot says about it
 * @param lead by how much yes exceeds no, in percent of no; the empty string without votes against it
 */
public record BallotLine(
        BidStanding bid, VoteBar bar, boolean marginMet, boolean quorumReached, Choice mine, String lead) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    static BallotLine of(BidStanding bid, ElectionRule rule, Choice mine, int decimals) {
        String lead = bid.no().signum() == 0
                ? ""
                : bid.yes().subtract(bid.no()).multiply(HUNDRED).divide(bid.no()) + " %";
        return new BallotLine(
                bid,
                new VoteBar(bid.yes(), bid.no(), bid.abstain(), BigInteger.ZERO, decimals),
                rule.isMarginMet(bid.yes(), bid.no()),
                rule.isQuorumReached(bid.yes(), bid.no()),
                mine,
                lead);
    }
}

package network.spheron.dao.governance.portal;

import java.math.BigInteger;
import network.spheron.dao.governance.election.BidStanding;
import network.spheron.dao.governance.election.Choice;
import network.spheron.dao.governance.election.ElectionRule;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.VoteBar;

/**
 * A bid as the election's page shows it.
 *
 * @param mine what the person's counted ballot says about it
 * @param lead how yes and no compare, in words that read on from "margin met" or "margin not met"
 */
public record BallotLine(
        BidStanding bid, VoteBar bar, boolean marginMet, boolean quorumReached, Choice mine, String lead) {
    private static final BigInteger BASIS_POINTS = BigInteger.valueOf(10_000);
    private static final int PERCENT_DECIMALS = 2;

    static BallotLine of(BidStanding bid, ElectionRule rule, Choice mine, int decimals) {
        return new BallotLine(
                bid,
                new VoteBar(bid.yes(), bid.no(), bid.abstain(), BigInteger.ZERO, decimals),
                rule.isMarginMet(bid.yes(), bid.no()),
                rule.isQuorumReached(bid.yes(), bid.no()),
                mine,
                lead(bid.yes(), bid.no()));
    }

    /** Whether anybody voted yes or no; until then there is nothing to compare. */
    public boolean voted() {
        return bid.yes().add(bid.no()).signum() > 0;
    }

    static String lead(BigInteger yes, BigInteger no) {
        if (yes.equals(no)) {
            return no.signum() == 0 ? "nobody voted yes or no" : "yes and no are equal";
        }
        if (no.signum() == 0) {
            return "nobody voted no";
        }
        BigInteger difference = yes.subtract(no);
        String percent =
                TokenAmount.format(difference.abs().multiply(BASIS_POINTS).divide(no), PERCENT_DECIMALS) + " %";
        return difference.signum() > 0 ? "yes exceeds no by " + percent : "yes falls short of no by " + percent;
    }
}

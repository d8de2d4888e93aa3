package network.spheron.dao.governance.election;

import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/**
 * An election as its API shows it.
 *
 * @param title of the SIP that asked for the work; null when no SIP here did
 * @param ballots voters with a counted ballot
 * @param awarded the winners' prices together, as decided
 * @param objection to the award; null when nobody has objected
 * @param hindrance why the next step on chain is refused at the moment
 */
public record ElectionView(
        BigInteger mandateId,
        ElectionPhase status,
        @Nullable String title,
        @Nullable Long sipId,
        ElectionWindows windows,
        ElectionRule rule,
        String token,
        List<BidStanding> bids,
        int ballots,
        BigInteger awarded,
        @Nullable String decidedTransaction,
        @Nullable ObjectionView objection,
        @Nullable String hindrance,
        List<Action> actions) {}

package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.governance.ballot.BallotConfig;
import network.spheron.dao.governance.ballot.BallotReceipt;
import network.spheron.dao.governance.ballot.BatchReceipt;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.Refusal;

/** Takes signed ballots, refuses the bad ones singly, and hands the rest to the relay in batches. */
@ApplicationScoped
public class CastBallots {
    private final OpenElection openElection;
    private final BallotCheck check;
    private final BallotRelay relay;
    private final BallotConfig config;

    CastBallots(OpenElection openElection, BallotCheck check, BallotRelay relay, BallotConfig config) {
        this.openElection = openElection;
        this.check = check;
        this.relay = relay;
        this.config = config;
    }

    /**
     * Relays signed ballots.
     *
     * @throws Refusal when not a single one is acceptable: the first one's
     */
    @Transactional
    public BatchReceipt relay(BigInteger mandateId, BallotsRequest request) {
        OpenElection.Window election = openElection.on(mandateId);
        List<BallotsRequest.SignedBallot> signed = request.ballots();
        if (signed == null || signed.isEmpty() || signed.size() > config.mostPerRequest()) {
            throw new InvalidField("ballots", "must be between 1 and " + config.mostPerRequest());
        }
        Map<String, BigInteger> highest = new HashMap<>();
        List<CheckedBallot> accepted = new ArrayList<>();
        List<BallotReceipt> refused = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (BallotsRequest.SignedBallot one : signed) {
            try {
                CheckedBallot checked = check.check(election, one);
                requireNewer(highest, checked);
                accepted.add(checked);
            } catch (Refusal refusal) {
                refusals.add(refusal);
                refused.add(BallotReceipt.refused(String.valueOf(one.voter()), refusal));
            }
        }
        if (accepted.isEmpty()) {
            throw refusals.get(0);
        }
        return relay.submit(election, accepted, refused);
    }

    /** Within one request, too, a ballot must be newer than the voter's ones before it. */
    private static void requireNewer(Map<String, BigInteger> highest, CheckedBallot ballot) {
        BigInteger before = highest.getOrDefault(ballot.voter(), BigInteger.ZERO);
        if (ballot.sequence().compareTo(before) <= 0) {
            throw new OlderBallot(ballot.voter(), ballot.sequence(), before);
        }
        highest.put(ballot.voter(), ballot.sequence());
    }
}

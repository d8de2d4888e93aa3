package network.spheron.dao.governance.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.governance.ballot.BallotConfig;
import network.spheron.dao.governance.ballot.BallotReceipt;
import network.spheron.dao.governance.ballot.BatchReceipt;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.Refusal;

/** Takes signed votes, refuses the bad ones singly, and hands the rest to the relay in batches. */
@ApplicationScoped
public class CastVotes {
    private final OpenVote openVote;
    private final VoteCheck check;
    private final VoteRelay relay;
    private final BallotConfig config;

    CastVotes(OpenVote openVote, VoteCheck check, VoteRelay relay, BallotConfig config) {
        this.openVote = openVote;
        this.check = check;
        this.relay = relay;
        this.config = config;
    }

    /**
     * Relays signed votes.
     *
     * @throws Refusal when not a single one is acceptable: the first one's
     */
    @Transactional
    public BatchReceipt relay(long sipId, VotesRequest request) {
        OpenVote.Window vote = openVote.on(sipId);
        List<VotesRequest.SignedVote> signed = request.votes();
        if (signed == null || signed.isEmpty() || signed.size() > config.mostPerRequest()) {
            throw new InvalidField("votes", "must be between 1 and " + config.mostPerRequest());
        }
        Map<String, CheckedVote> accepted = new LinkedHashMap<>();
        List<BallotReceipt> refused = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (VotesRequest.SignedVote one : signed) {
            try {
                CheckedVote checked = check.check(vote, one);
                if (accepted.putIfAbsent(checked.voter(), checked) != null) {
                    throw new AlreadyVoted(checked.voter());
                }
            } catch (Refusal refusal) {
                refusals.add(refusal);
                refused.add(BallotReceipt.refused(String.valueOf(one.voter()), refusal));
            }
        }
        if (accepted.isEmpty()) {
            throw refusals.get(0);
        }
        return relay.submit(vote, List.copyOf(accepted.values()), refused);
    }
}

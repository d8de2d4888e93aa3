package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.StewardCouncil;

/** Sends a decision to its contract as soon as enough stewards have signed it. */
@ApplicationScoped
public class RelayDecision {
    private final CollectSignatures signatures;
    private final Council council;
    private final TransactionRelay relay;

    RelayDecision(CollectSignatures signatures, Council council, TransactionRelay relay) {
        this.signatures = signatures;
        this.council = council;
        this.relay = relay;
    }

    /**
     * Keeps the signature, and relays the decision if it is the one that was missing. Must run inside a transaction.
     *
     * @param key the domain fact that the decision brings about
     * @param call the contract's function with the approvals
     */
    public CollectedDecision collect(
            StewardVote vote, String key, Function<List<StewardCouncil.Approval>, FunctionCall<?>> call) {
        signatures.begin(vote.decision());
        Optional<SubmissionView> earlier = relay.findByKey(key);
        boolean refused = earlier.filter(submission -> submission.status() == SubmissionStatus.REFUSED)
                .isPresent();
        List<StewardCouncil.Approval> approvals = signatures.collect(vote, refused);
        int needed = council.threshold();
        if (approvals.size() < needed) {
            return new CollectedDecision(approvals.size(), needed, null);
        }
        if (earlier.isPresent() && !refused) {
            return new CollectedDecision(approvals.size(), needed, earlier.get());
        }
        SubmissionView submission = relay.submit(key, vote.decision().action().target(), call.apply(approvals));
        return new CollectedDecision(approvals.size(), needed, submission);
    }
}

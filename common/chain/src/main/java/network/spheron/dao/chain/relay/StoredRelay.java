package network.spheron.dao.chain.relay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import network.spheron.dao.chain.KeyAlreadyUsed;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.chain.node.Contracts;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes calls into the database, from where {@link RelayLoop} sends them. */
@ApplicationScoped
class StoredRelay implements TransactionRelay {
    private final Submissions submissions;
    private final Contracts contracts;
    private final Event<SubmissionAccepted> accepted;
    private final String service;

    StoredRelay(
            Submissions submissions,
            Contracts contracts,
            Event<SubmissionAccepted> accepted,
            @ConfigProperty(name = "spheron.service.name") String service) {
        this.submissions = submissions;
        this.contracts = contracts;
        this.accepted = accepted;
        this.service = service;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public SubmissionView submit(String key, ContractName to, FunctionCall<?> call) {
        String id = service + "-" + UUID.randomUUID();
        submissions.addUnlessLive(id, key, to, contracts.address(to), call);
        Submission submission = submissions.newest(key).orElseThrow();
        if (!submission.isCall(to, call)) throw new KeyAlreadyUsed(key);
        accepted.fire(new SubmissionAccepted());
        return submission.view();
    }

    @Override
    @Transactional
    public Optional<SubmissionView> find(String id) {
        return submissions.find(id).map(Submission::view);
    }

    @Override
    @Transactional
    public Optional<SubmissionView> findByKey(String key) {
        return submissions.newest(key).map(Submission::view);
    }
}

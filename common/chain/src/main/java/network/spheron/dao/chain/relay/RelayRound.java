package network.spheron.dao.chain.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.Fees;
import network.spheron.dao.chain.node.NodeRefused;
import org.jboss.logging.Logger;

/** One round of the relay. It keeps nothing in memory: what it finds in the database is where it goes on. */
@Singleton
class RelayRound {
    private static final Logger LOG = Logger.getLogger(RelayRound.class);

    private final Submissions submissions;
    private final Batching batching;
    private final Signing signing;
    private final Broadcasting broadcasting;
    private final Tracking tracking;
    private final ChainConfig config;

    RelayRound(
            Submissions submissions,
            Batching batching,
            Signing signing,
            Broadcasting broadcasting,
            Tracking tracking,
            ChainConfig config) {
        this.submissions = submissions;
        this.batching = batching;
        this.signing = signing;
        this.broadcasting = broadcasting;
        this.tracking = tracking;
        this.config = config;
    }

    /** Moves everything on by what can be done now. */
    void run() {
        batching.form();
        sendAccepted();
        List<UnderWay> notMined = tracking.update(tracking.underWay());
        notMined.forEach(this::pushOn);
    }

    private void sendAccepted() {
        List<String> accepted = QuarkusTransaction.requiringNew().call(() -> {
            long room = config.maxInFlight() - submissions.countUnderWay();
            return room > 0 ? submissions.awaitingSignature((int) room) : List.of();
        });
        if (accepted.isEmpty()) return;
        Fees fees = signing.feesNow();
        for (String id : accepted) {
            try {
                signing.sign(id, fees).ifPresent(broadcasting::broadcast);
            } catch (NodeRefused e) {
                // The node has something against this one; those behind it are not to wait for it.
                LOG.warnf("Submission %s is tried again: %s", id, e.getMessage());
            }
        }
    }

    private void pushOn(UnderWay submission) {
        Instant now = Instant.now();
        Attempt newest = submission.newest();
        if (newest.isSignedBefore(now.minus(config.bumpAfter()))) {
            if (tracking.gaveUp(submission)) return;
            Optional<Attempt> raised = signing.raise(submission.id(), signing.feesNow());
            raised.ifPresent(broadcasting::broadcast);
            if (raised.isPresent()) return;
        }
        if (newest.needsBroadcast(now, config.rebroadcastAfter())) broadcasting.broadcast(newest);
    }
}

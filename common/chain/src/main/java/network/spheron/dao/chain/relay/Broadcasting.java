package network.spheron.dao.chain.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.NodeRefused;
import org.jboss.logging.Logger;

/** Hands stored transactions to the node, as often as it takes: the same bytes cannot take effect twice. */
@Singleton
class Broadcasting {
    private static final Logger LOG = Logger.getLogger(Broadcasting.class);
    private static final Pattern ALREADY_KNOWN = Pattern.compile("already (known|imported|exists)|known transaction");
    private static final Pattern NONCE_USED = Pattern.compile("nonce (is )?too low|nonce has already been used");

    private final Submissions submissions;
    private final NodeConnection node;

    Broadcasting(Submissions submissions, NodeConnection node) {
        this.submissions = submissions;
        this.node = node;
    }

    void broadcast(Attempt attempt) {
        boolean taken = offer(attempt);
        QuarkusTransaction.requiringNew().run(() -> {
            String id = attempt.submissionId();
            Optional<Submission> submission = Optional.ofNullable(id).map(submissions::locked);
            submissions.attempt(attempt.hash()).broadcast(Instant.now(), taken);
            if (taken && !attempt.isNoOp())
                submission.filter(Submission::isUnderWay).ifPresent(Submission::sent);
        });
    }

    private boolean offer(Attempt attempt) {
        try {
            node.broadcast(attempt.rawTransaction());
            return true;
        } catch (NodeRefused refusal) {
            String message = String.valueOf(refusal.getMessage()).toLowerCase(Locale.ROOT);
            if (ALREADY_KNOWN.matcher(message).find()) return true;
            if (NONCE_USED.matcher(message).find() && isMined(attempt)) return true;
            LOG.warnf("Transaction %s with nonce %d: %s", attempt.hash(), attempt.nonce(), refusal.getMessage());
            return false;
        }
    }

    private boolean isMined(Attempt attempt) {
        List<String> hashes = QuarkusTransaction.requiringNew()
                .call(() -> submissions.attemptsAt(attempt.sender(), attempt.nonce()).stream()
                        .map(Attempt::hash)
                        .toList());
        return !node.receipts(hashes).isEmpty();
    }
}

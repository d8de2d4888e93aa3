package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import network.spheron.dao.chain.node.ChainConfig;

/** Sees to it that transactions which are not mined get there. */
@Singleton
class Pushing {
    private final Signing signing;
    private final Broadcasting broadcasting;
    private final Tracking tracking;
    private final ChainConfig config;

    Pushing(Signing signing, Broadcasting broadcasting, Tracking tracking, ChainConfig config) {
        this.signing = signing;
        this.broadcasting = broadcasting;
        this.tracking = tracking;
        this.config = config;
    }

    void pushOn(UnderWay submission) {
        Instant now = Instant.now();
        Attempt newest = submission.newest();
        if (newest.isSignedBefore(now.minus(config.bumpAfter()))) {
            if (tracking.gaveUp(submission)) return;
            Optional<Attempt> raised = signing.raise(submission, signing.feesNow());
            raised.ifPresent(broadcasting::broadcast);
            if (raised.isPresent()) return;
        }
        if (newest.needsBroadcast(now, config.rebroadcastAfter())) broadcasting.broadcast(newest);
    }
}

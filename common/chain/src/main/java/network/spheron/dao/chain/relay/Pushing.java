package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.SignerUnavailable;

/** Sees to it that transactions which are not mined get there, or get out of the way. */
@Singleton
class Pushing {
    private final Pool pool;
    private final Replacing replacing;
    private final Broadcasting broadcasting;
    private final Tracking tracking;
    private final ChainConfig config;

    Pushing(Pool pool, Replacing replacing, Broadcasting broadcasting, Tracking tracking, ChainConfig config) {
        this.pool = pool;
        this.replacing = replacing;
        this.broadcasting = broadcasting;
        this.tracking = tracking;
        this.config = config;
    }

    void pushOn(List<UnderWay> notMined) {
        Set<String> silent = new HashSet<>();
        for (UnderWay submission : notMined) {
            String sender = submission.newest().sender();
            try {
                if (!silent.contains(sender) && isStuck(submission) && moved(submission)) continue;
            } catch (SignerUnavailable e) {
                // Asked again in the next round; waiting once is enough.
                pool.fails(sender, e);
                silent.add(sender);
            }
            offerAgain(submission.newest());
        }
    }

    private boolean isStuck(UnderWay submission) {
        return submission.newest().isSignedLongAgo(Instant.now(), config.bumpAfter());
    }

    private boolean moved(UnderWay stuck) {
        if (tracking.gaveUp(stuck)) return true;
        Optional<Attempt> replacement = replacing.replacement(stuck);
        replacement.ifPresent(broadcasting::broadcast);
        return replacement.isPresent();
    }

    private void offerAgain(Attempt newest) {
        if (newest.needsBroadcast(Instant.now(), config.rebroadcastAfter())) broadcasting.broadcast(newest);
    }
}

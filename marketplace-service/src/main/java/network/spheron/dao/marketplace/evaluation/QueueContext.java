package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.ChainClock;

/** The chain's time and threshold by which the queue is drawn up. */
@ApplicationScoped
public class QueueContext {
    private final ChainClock clock;
    private final Council council;

    QueueContext(ChainClock clock, Council council) {
        this.clock = clock;
        this.council = council;
    }

    /** Seconds since the epoch. */
    public long now() {
        return clock.now();
    }

    /** How many stewards must sign. */
    public int threshold() {
        return council.threshold();
    }
}

package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;
import java.util.List;

/** One round of the relay. It keeps nothing in memory: what it finds in the database is where it goes on. */
@Singleton
class RelayRound {
    private final Batching batching;
    private final Sending sending;
    private final Tracking tracking;
    private final Gaps gaps;
    private final Pushing pushing;

    RelayRound(Batching batching, Sending sending, Tracking tracking, Gaps gaps, Pushing pushing) {
        this.batching = batching;
        this.sending = sending;
        this.tracking = tracking;
        this.gaps = gaps;
        this.pushing = pushing;
    }

    /** Moves everything on by what can be done now. */
    void run() {
        batching.form();
        sending.sendAccepted();
        List<UnderWay> notMined = tracking.update(tracking.underWay());
        gaps.fill(notMined);
        pushing.pushOn(notMined);
    }
}

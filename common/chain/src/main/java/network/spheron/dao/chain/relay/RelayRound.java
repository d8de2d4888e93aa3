package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;

/** One round of the relay. It keeps nothing in memory: what it finds in the database is where it goes on. */
@Singleton
class RelayRound {
    private final Batching batching;
    private final Sending sending;
    private final Tracking tracking;
    private final Pushing pushing;

    RelayRound(Batching batching, Sending sending, Tracking tracking, Pushing pushing) {
        this.batching = batching;
        this.sending = sending;
        this.tracking = tracking;
        this.pushing = pushing;
    }

    /** Moves everything on by what can be done now. */
    void run() {
        batching.form();
        sending.sendAccepted();
        tracking.update(tracking.underWay()).forEach(pushing::pushOn);
    }
}

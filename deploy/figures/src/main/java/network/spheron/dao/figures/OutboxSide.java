package network.spheron.dao.figures;

import java.util.List;
import network.spheron.dao.events.FundingRefused;

/** A way to bring events from a transaction to Kafka. */
interface OutboxSide {
    /** What it is, in words. */
    String description();

    /** Part of the names of figures. */
    String key();

    /** Where its events arrive. */
    String topic();

    /** Begins to relay, with an empty outbox. */
    void start();

    /** Commits these events in one transaction. */
    void commit(List<FundingRefused> events);

    /** Ends relaying. */
    void stop();
}

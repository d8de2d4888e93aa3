package network.spheron.dao.messaging;

import network.spheron.dao.events.DomainEvent;

/** Publishes events together with the business transaction that made them true. */
public interface Outbox {
    /**
     * Stores the event in the current transaction; it reaches its topic soon after commit, in order per aggregate, at
     * least once. Refused outside a transaction.
     *
     * @throws IllegalArgumentException when its JSON is over 512 KB
     */
    void publish(DomainEvent event);
}

package network.spheron.dao.messaging;

import network.spheron.dao.events.DomainEvent;

/**
 * Reacts to one type of event. Any CDI bean of this type is called once per event, in the transaction that records the
 * event's id; events of one aggregate arrive in order.
 */
public interface EventHandler<E extends DomainEvent> {
    /** The type of event that this handler wants. */
    Class<E> type();

    /**
     * Applies the event.
     *
     * @throws MissingPrerequisite to park the aggregate until something it refers to has arrived
     */
    void handle(E event);
}

package network.spheron.dao.messaging;

import java.util.UUID;
import network.spheron.dao.events.DomainEvent;

/** An event as it was understood. */
record ReceivedEvent(UUID id, DomainEvent event) {
    String type() {
        return event.getClass().getSimpleName();
    }
}

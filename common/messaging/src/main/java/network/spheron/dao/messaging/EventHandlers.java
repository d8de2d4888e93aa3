package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.Topics;

/** The handlers of this service, by the events that they want. */
@ApplicationScoped
class EventHandlers {
    private final List<EventHandler<?>> handlers;
    private final ServiceName service;

    @Inject
    EventHandlers(@Any Instance<EventHandler<?>> handlers, ServiceName service) {
        this.handlers = handlers.stream().toList();
        this.service = service;
    }

    /** The topics of other services that carry something a handler wants; a service does not hear itself. */
    Set<String> topics() {
        return handlers.stream()
                .map(handler -> Topics.of(handler.type()))
                .filter(topic -> !service.writes(topic))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean want(DomainEvent event) {
        return handlers.stream().anyMatch(handler -> handler.type().isInstance(event));
    }

    void handle(DomainEvent event) {
        handlers.forEach(handler -> handle(handler, event));
    }

    private static <E extends DomainEvent> void handle(EventHandler<E> handler, DomainEvent event) {
        if (handler.type().isInstance(event)) {
            handler.handle(handler.type().cast(event));
        }
    }
}

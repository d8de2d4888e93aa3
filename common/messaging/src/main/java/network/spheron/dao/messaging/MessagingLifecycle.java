package network.spheron.dao.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts sending and receiving after everything else of the service, and ends it first. Who rebuilds does neither. */
@ApplicationScoped
class MessagingLifecycle {
    private final KafkaClients clients;
    private final ServiceName service;
    private final EventHandlers handlers;
    private final MessagingThreads threads;
    private final boolean rebuilding;

    @Inject
    MessagingLifecycle(
            KafkaClients clients,
            ServiceName service,
            EventHandlers handlers,
            MessagingThreads threads,
            @ConfigProperty(name = EventReplay.REBUILDING, defaultValue = "false") boolean rebuilding) {
        this.clients = clients;
        this.service = service;
        this.handlers = handlers;
        this.threads = threads;
        this.rebuilding = rebuilding;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        Set<String> topics = new TreeSet<>(service.written());
        for (String topic : handlers.topics()) {
            topics.add(topic);
            topics.add(TopicSetup.deadLetters(topic, service.value()));
        }
        TopicSetup.verify(clients.common(), topics);
        if (!rebuilding) {
            threads.start();
        }
    }

    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        threads.stop();
    }
}

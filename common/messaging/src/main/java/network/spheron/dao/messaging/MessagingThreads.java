package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The sending and the receiving thread. */
@ApplicationScoped
class MessagingThreads {
    private final OutboxRelay relay;
    private final EventConsumer consumer;
    private final EventSender sender;

    @Inject
    MessagingThreads(OutboxRelay relay, EventConsumer consumer, EventSender sender) {
        this.relay = relay;
        this.consumer = consumer;
        this.sender = sender;
    }

    void start() {
        relay.start();
        consumer.start();
    }

    void stop() {
        consumer.stop();
        relay.stop();
        sender.close();
    }

    /** What keeps events from being sent or received, if anything does. */
    Optional<String> failure() {
        return relay.failure()
                .map(reason -> "sending: " + reason)
                .or(() -> consumer.failure().map(reason -> "receiving: " + reason));
    }
}

package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** The one producer of this process. */
@ApplicationScoped
class EventSender {
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private @Nullable Producer<byte[], byte[]> producer;

    @Inject
    EventSender(KafkaClients clients) {
        this.clients = clients;
    }

    synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = clients.producer();
        }
        return producer;
    }

    synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_PATIENCE);
        }
    }
}

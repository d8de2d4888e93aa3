package network.spheron.dao.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;

/**
 * Sends what is in the outbox. An aggregate's next event is sent only after the broker has acknowledged the one before,
 * and an event leaves the table only after its own acknowledgement, so a crash in between sends it again with the same id.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int MAX_EVENTS_PER_AGGREGATE = 50;
    private static final int TRANSACTION_SECONDS = 300;

    private final OutboxTable table;
    private final EventSender sender;
    private final ServiceName service;
    private final MessagingConfig config;
    private final Loop loop = new Loop("outbox-relay", this::pass);

    @Inject
    OutboxRelay(OutboxTable table, EventSender sender, ServiceName service, MessagingConfig config) {
        this.table = table;
        this.sender = sender;
        this.service = service;
        this.config = config;
    }

    void start() {
        loop.start();
    }

    void stop() {
        loop.stop();
    }

    void wake() {
        loop.wake();
    }

    Optional<String> failure() {
        return loop.failure();
    }

    private Duration pass() {
        return round(sender.producer()) > 0 ? Duration.ZERO : config.outbox().pollInterval();
    }

    /** Sends the next events of some aggregates; answers how many were acknowledged. */
    int round(Producer<byte[], byte[]> producer) {
        return QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> {
            List<UUID> acknowledged = new ArrayList<>();
            List<OutboxEntry> next = table.claim(config.outbox().aggregatesPerRound());
            for (int i = 0; i < MAX_EVENTS_PER_AGGREGATE && !next.isEmpty(); i++) {
                List<OutboxEntry> sent = send(producer, next);
                sent.forEach(entry -> acknowledged.add(entry.eventId()));
                next = table.after(sent);
            }
            if (!acknowledged.isEmpty()) {
                table.remove(acknowledged);
            }
            return acknowledged.size();
        });
    }

    private List<OutboxEntry> send(Producer<byte[], byte[]> producer, List<OutboxEntry> entries) {
        List<Future<RecordMetadata>> results = new ArrayList<>();
        for (OutboxEntry entry : entries) {
            results.add(producer.send(CloudEvents.record(service.value(), entry)));
            if (results.get(results.size() - 1).isDone()) {
                // It failed at once, after waiting in vain for the broker; the others would only wait as long.
                break;
            }
        }
        List<OutboxEntry> acknowledged = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (isAcknowledged(results.get(i), entries.get(i))) {
                acknowledged.add(entries.get(i));
            }
        }
        return acknowledged;
    }

    private static boolean isAcknowledged(Future<RecordMetadata> result, OutboxEntry entry) {
        try {
            result.get();
            return true;
        } catch (ExecutionException e) {
            LOG.warnf(e.getCause(), "event %s was not sent and is tried again", entry.eventId());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

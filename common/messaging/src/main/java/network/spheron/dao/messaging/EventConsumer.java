package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the topics that this service's handlers want, as a member of the service's consumer group. */
@ApplicationScoped
class EventConsumer {
    private static final Logger LOG = Logger.getLogger(EventConsumer.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(1);

    private final KafkaClients clients;
    private final EventHandlers handlers;
    private final EventDelivery delivery;
    private final MessagingConfig config;
    private final Loop loop = new Loop("event-consumer", this::pass);
    private @Nullable Consumer<byte[], byte[]> consumer;
    private long parkedTriedAt = System.nanoTime();

    @Inject
    EventConsumer(KafkaClients clients, EventHandlers handlers, EventDelivery delivery, MessagingConfig config) {
        this.clients = clients;
        this.handlers = handlers;
        this.delivery = delivery;
        this.config = config;
    }

    void start() {
        if (!handlers.topics().isEmpty()) {
            consumer = clients.consumer();
            consumer.subscribe(handlers.topics());
            loop.start();
        }
    }

    void stop() {
        if (consumer != null) {
            loop.stop();
            consumer.close();
        }
    }

    Optional<String> failure() {
        return consumer == null ? Optional.empty() : loop.failure();
    }

    private Duration pass() {
        Consumer<byte[], byte[]> source = consumer;
        if (source == null) {
            return REST_AFTER_FAILURE;
        }
        ConsumerRecords<byte[], byte[]> records = source.poll(POLL);
        Progress progress = new Progress();
        for (TopicPartition partition : records.partitions()) {
            deliver(source, partition, records.records(partition), progress);
        }
        if (progress.handled || parkedAreDue()) {
            parkedTriedAt = System.nanoTime();
            delivery.retryParked(this::rest);
        }
        return progress.failed ? REST_AFTER_FAILURE : Duration.ZERO;
    }

    private static final class Progress {
        private boolean handled;
        private boolean failed;
    }

    /** Delivers in order. The first failure ends it; that record and those behind it come with the next poll again. */
    private void deliver(
            Consumer<byte[], byte[]> source,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            Progress progress) {
        long next = records.get(0).offset();
        try {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                progress.handled |= delivery.deliver(Delivery.of(record), this::rest);
                next = record.offset() + 1;
            }
        } catch (RuntimeException e) {
            LOG.warnf(e, "record %d of %s is tried again", next, partition);
            progress.failed = true;
            source.seek(partition, next);
        }
        commit(source, partition, next);
    }

    private static void commit(Consumer<byte[], byte[]> source, TopicPartition partition, long next) {
        try {
            source.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
        } catch (KafkaException e) {
            // Harmless: what was handled is in the inbox, and the next commit covers it.
            LOG.warnf("offset %d of %s was not committed: %s", next, partition, e.getMessage());
        }
    }

    private boolean parkedAreDue() {
        return System.nanoTime() - parkedTriedAt
                >= config.inbox().parkedInterval().toNanos();
    }

    private void rest(Duration time) {
        loop.rest(time);
        if (loop.stopping()) {
            throw new IllegalStateException("stopping");
        }
    }
}

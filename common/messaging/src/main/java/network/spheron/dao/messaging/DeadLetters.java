package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import network.spheron.dao.messaging.ParkedTable.DeadEvent;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;

/** Puts records that cannot be handled on {@code <topic>.dead-letter.<service>}, as they came, with the reason in headers. */
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int MAX_PER_PASS = 100;

    private final EventSender sender;
    private final ServiceName service;
    private final ParkedTable parked;
    private final MeterRegistry metrics;

    @Inject
    DeadLetters(EventSender sender, ServiceName service, ParkedTable parked, MeterRegistry metrics) {
        this.sender = sender;
        this.service = service;
        this.parked = parked;
        this.metrics = metrics;
    }

    /** Sends what has made an aggregate dead since the last call; once each, unless the process ends in between. */
    void sendPending() {
        for (int i = 0; i < MAX_PER_PASS && sendOne(); i++) {
            LOG.debug("dead-lettered a parked event");
        }
    }

    private boolean sendOne() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<DeadEvent> dead = parked.deadEvent();
            dead.ifPresent(event -> {
                send(event.delivery(), event.reason());
                parked.markDeadLettered(event.delivery());
            });
            return dead.isPresent();
        });
    }

    /** Sends a record and waits for the acknowledgement. */
    void send(Delivery delivery, String reason) {
        String topic = TopicSetup.deadLetters(delivery.topic(), service.value());
        byte[] key = delivery.hasUsableKey() ? delivery.key().getBytes(UTF_8) : null;
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, key, delivery.payload());
        delivery.headers().forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        header(record, "dead_letter_reason", reason);
        header(record, "dead_letter_topic", delivery.topic());
        header(record, "dead_letter_partition", String.valueOf(delivery.partition()));
        header(record, "dead_letter_offset", String.valueOf(delivery.offset()));
        try {
            sender.producer().send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot write to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while writing to " + topic, e);
        }
        LOG.errorf("%s of %s is dead: %s", delivery.header("ce_type"), delivery.key(), reason);
        metrics.counter("spheron.inbox.dead.letters", "topic", delivery.topic()).increment();
    }

    private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
        record.headers().add(name, value.getBytes(UTF_8));
    }
}

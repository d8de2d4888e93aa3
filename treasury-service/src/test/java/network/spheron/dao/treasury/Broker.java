package network.spheron.dao.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.Topics;
import network.spheron.dao.messaging.Outbox;
import network.spheron.dao.messaging.TopicSetup;
import network.spheron.dao.testing.TestKafka;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The events between services: sends those of others over the broker, and shows those that the service has published. */
@ApplicationScoped
public class Broker {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Outbox outbox;

    Broker(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Sends events as their services do, or as somebody who can write to the broker. */
    public void tell(DomainEvent... events) {
        QuarkusTransaction.requiringNew().run(() -> List.of(events).forEach(outbox::publish));
    }

    public void tell(List<DomainEvent> events) {
        tell(events.toArray(DomainEvent[]::new));
    }

    /** Waits for the first event of a type about an aggregate that is as expected. */
    public <E extends DomainEvent> E untilPublished(Class<E> type, String key, Predicate<E> expected) {
        return await(type.getSimpleName())
                .atMost(PATIENCE)
                .until(() -> published(type, key).stream().filter(expected).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Every event of a type about an aggregate, in order. */
    public <E extends DomainEvent> List<E> published(Class<E> type, String key) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        List<E> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < TopicSetup.PARTITIONS; i++) {
                partitions.add(new TopicPartition(Topics.of(type), i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    String name =
                            new String(record.headers().lastHeader("ce_type").value(), UTF_8);
                    if (name.equals(type.getSimpleName()) && new String(record.key(), UTF_8).equals(key)) {
                        found.add(type.cast(EventJson.read(name, record.value())));
                    }
                });
            }
        }
        return found;
    }
}

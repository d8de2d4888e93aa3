package network.spheron.dao.testing.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.Topics;
import network.spheron.dao.testing.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The other side of the broker: sends events as other services do (CloudEvents, binary mode), and reads what came of them. */
public final class TestBroker {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private TestBroker() {}

    /** Sends events in that order, each as the service that owns its topic. */
    public static void tell(DomainEvent... events) {
        tell(List.of(events));
    }

    /** Sends events in that order, each as the service that owns its topic. */
    public static void tell(List<? extends DomainEvent> events) {
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (DomainEvent event : events) {
                producer.send(record(event)).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every event of a type about an aggregate, in order. */
    public static <E extends DomainEvent> List<E> published(Class<E> type, String key) {
        List<E> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.of(type)).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    String name =
                            new String(record.headers().lastHeader("ce_type").value(), UTF_8);
                    if (name.equals(type.getSimpleName()) && new String(record.key(), UTF_8).equals(key)) {
                        found.add(type.cast(EventJson.read(name, record.value())));
                    }
                }
            }
        }
        return found;
    }

    /** Waits for an event about an aggregate that is as expected. */
    public static <E extends DomainEvent> E untilPublished(Class<E> type, String key, Predicate<E> expected) {
        return await(type.getSimpleName() + " about " + key)
                .atMost(PATIENCE)
                .until(() -> published(type, key).stream().filter(expected).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static Map<String, Object> settings() {
        return Map.of("bootstrap.servers", TestKafka.bootstrapServers());
    }

    private static ProducerRecord<byte[], byte[]> record(DomainEvent event) {
        String topic = Topics.of(event.getClass());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", event.getClass().getSimpleName());
        headers.put("ce_source", "/" + topic.substring(0, topic.indexOf('.')));
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_subject", event.aggregateId());
        headers.put("ce_sequence", String.valueOf(SEQUENCE.incrementAndGet()));
        headers.put("content-type", "application/json");
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(
                topic,
                event.aggregateId().getBytes(UTF_8),
                EventJson.write(event).getBytes(UTF_8));
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        return record;
    }
}

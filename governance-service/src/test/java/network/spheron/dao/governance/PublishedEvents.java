package network.spheron.dao.governance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.Topics;
import network.spheron.dao.testing.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What has reached the broker. */
final class PublishedEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private PublishedEvents() {}

    /** The last event of that type about an aggregate; waits for the first one. */
    static <E extends DomainEvent> E of(Class<E> type, String aggregateId) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.of(type)).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return await(consumer, type, aggregateId);
        }
    }

    private static <E extends DomainEvent> E await(
            KafkaConsumer<String, byte[]> consumer, Class<E> type, String aggregateId) {
        Instant deadline = Instant.now().plus(PATIENCE);
        Optional<E> found = Optional.empty();
        while (Instant.now().isBefore(deadline)) {
            boolean more = false;
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                more = true;
                if (record.key().equals(aggregateId) && type(record).equals(type.getSimpleName())) {
                    found = Optional.of(type.cast(EventJson.read(type(record), record.value())));
                }
            }
            if (found.isPresent() && !more) {
                return found.get();
            }
        }
        throw new AssertionError("no " + type.getSimpleName() + " about " + aggregateId);
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_type").value(), UTF_8);
    }
}

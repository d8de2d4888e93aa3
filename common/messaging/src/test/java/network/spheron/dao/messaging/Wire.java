package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.Topics;
import network.spheron.dao.testing.TestKafka;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The other side of the broker: what another service would send, and what it would find. */
final class Wire {
    private Wire() {}

    static Properties settings() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", TestKafka.bootstrapServers());
        return settings;
    }

    /** A record as another service's relay sends it. */
    static ProducerRecord<byte[], byte[]> record(DomainEvent event, long version) {
        String type = event.getClass().getSimpleName();
        byte[] payload = EventJson.write(event).getBytes(UTF_8);
        OutboxEntry entry = new OutboxEntry(
                Topics.of(event.getClass()),
                event.aggregateId(),
                version,
                UUID.randomUUID(),
                type,
                payload,
                Instant.now());
        return CloudEvents.record("governance", entry);
    }

    /** The same record with another key and value. */
    static ProducerRecord<byte[], byte[]> with(
            ProducerRecord<byte[], byte[]> record, byte @Nullable [] key, byte[] value, Map<String, String> headers) {
        ProducerRecord<byte[], byte[]> changed =
                new ProducerRecord<>(record.topic(), null, key, value, record.headers());
        headers.forEach((name, text) -> {
            changed.headers().remove(name);
            changed.headers().add(name, text.getBytes(UTF_8));
        });
        return changed;
    }

    @SafeVarargs
    static void send(ProducerRecord<byte[], byte[]>... records) {
        try (var producer = new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                producer.send(record).get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Everything on a topic with that key, in order. */
    static List<ConsumerRecord<byte[], byte[]>> on(String topic, String key) {
        return on(topic).stream()
                .filter(record -> record.key() != null && new String(record.key(), UTF_8).equals(key))
                .toList();
    }

    /** Everything on a topic, in order per partition. */
    static List<ConsumerRecord<byte[], byte[]>> on(String topic) {
        try (var consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (int i = 0; i < TopicSetup.PARTITIONS; i++) {
                partitions.add(new TopicPartition(topic, i));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
            }
            return all;
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return header(record.headers(), name);
    }

    static String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}

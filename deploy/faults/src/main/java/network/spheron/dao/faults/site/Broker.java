package network.spheron.dao.faults.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.spheron.dao.events.Topics;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The broker as anybody with the platform's own credentials can use it. */
public final class Broker implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PATIENCE_SECONDS = 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<Message> read = new ArrayList<>();

    Broker(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "enable.auto.commit",
                false,
                "max.request.size",
                4 * 1024 * 1024,
                "linger.ms",
                0);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : Topics.all()) {
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * A record.
     *
     * @param headers the CloudEvent's attributes
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Message(
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            Map<String, String> headers,
            byte[] value) {
        /** The event's id; empty when it has none. */
        public String id() {
            return headers.getOrDefault("ce_id", "");
        }

        public String type() {
            return headers.getOrDefault("ce_type", "");
        }
    }

    /** Everything that was ever sent, up to now. */
    public synchronized List<Message> everything() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(record -> {
                Map<String, String> headers = new LinkedHashMap<>();
                record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
                read.add(new Message(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.key() == null ? null : new String(record.key(), UTF_8),
                        headers,
                        record.value() == null ? new byte[0] : record.value()));
            });
        }
        return List.copyOf(read);
    }

    /** Sends a record, and returns once the broker has it. */
    public void send(String topic, @Nullable String key, Map<String, String> headers, byte[] value) {
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value);
        headers.forEach((name, content) -> record.headers().add(name, content.getBytes(UTF_8)));
        try {
            producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take a record for " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a record again, just as it was. */
    public void again(Message message) {
        send(message.topic(), message.key(), message.headers(), message.value());
    }

    @Override
    public void close() {
        consumer.close();
        producer.close(Duration.ZERO);
    }
}

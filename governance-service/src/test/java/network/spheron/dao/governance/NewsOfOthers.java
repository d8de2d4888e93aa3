package network.spheron.dao.governance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import network.spheron.dao.events.DomainEvent;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.Topics;
import network.spheron.dao.testing.TestKafka;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts events on the broker as treasury and marketplace do: CloudEvents in binary mode, keyed by aggregate. */
final class NewsOfOthers {
    private static final AtomicLong SEQUENCE = new AtomicLong();

    private NewsOfOthers() {}

    static void publish(DomainEvent event) {
        String topic = Topics.of(event.getClass());
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                topic, event.aggregateId(), EventJson.write(event).getBytes(UTF_8));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", event.getClass().getSimpleName());
        headers.put("ce_source", "/" + topic.substring(0, topic.indexOf('.')));
        headers.put("ce_time", Instant.now().toString());
        headers.put("ce_subject", event.aggregateId());
        headers.put("ce_sequence", Long.toString(SEQUENCE.incrementAndGet()));
        headers.put("content-type", "application/json");
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
        send(record);
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        Map<String, Object> settings = Map.of("bootstrap.servers", TestKafka.bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

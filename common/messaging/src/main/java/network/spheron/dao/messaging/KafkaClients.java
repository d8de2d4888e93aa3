package network.spheron.dao.messaging;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes Kafka clients with the settings that the guarantees of this package rest on. */
@ApplicationScoped
class KafkaClients {
    private final Map<String, Object> common;
    private final ServiceName service;
    private final MessagingConfig config;

    @Inject
    KafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> common,
            ServiceName service,
            MessagingConfig config) {
        this.common = common;
        this.service = service;
        this.config = config;
    }

    Map<String, Object> common() {
        return new HashMap<>(common);
    }

    /** All replicas acknowledge, and the broker drops what a retry of the client sends twice. */
    Producer<byte[], byte[]> producer() {
        int timeout = Math.toIntExact(config.outbox().sendTimeout().toMillis());
        Map<String, Object> settings = common();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, service.value() + "-outbox");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, timeout);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.max(1, timeout / 2));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads from the beginning the first time; offsets are committed only after the effect. */
    Consumer<byte[], byte[]> consumer() {
        int session = Math.toIntExact(config.inbox().sessionTimeout().toMillis());
        Map<String, Object> settings = common();
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service.value() + "-inbox");
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, service.value());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 100);
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / 3);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads whatever it is assigned, and leaves no trace at the broker. */
    Consumer<byte[], byte[]> reader() {
        Map<String, Object> settings = common();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, service.value() + "-replay");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}

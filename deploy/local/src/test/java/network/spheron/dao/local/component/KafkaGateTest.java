package network.spheron.dao.local.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.gate.TcpGate;
import network.spheron.dao.local.process.Quiet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client learns the broker's address from the broker: behind its own listener it cannot go round the gate. */
class KafkaGateTest {
    private static final String TOPIC = "treasury.mandate";
    private static final int SECONDS = 30;

    @TempDir
    Path directory;

    @Test
    void clientOfOneListenerIsCutOffWhileOthersGoOn()
            throws ExecutionException, InterruptedException, TimeoutException {
        DataDirectory data = DataDirectory.open(directory.resolve("data"));
        Ports ports = new Ports(data);
        TcpGate gate = new TcpGate("treasury");
        int own = ports.any("kafka-treasury");
        Kafka kafka = new Kafka(
                Quiet.in(directory),
                data.directory("kafka"),
                ports.any("kafka"),
                ports.any("kafka-controller"),
                Map.of("treasury", new Kafka.Listener(own, gate.open(own))));
        kafka.start();
        try (Admin admin = admin(kafka);
                Producer<String, String> treasury = producer(kafka.bootstrapServers("treasury"));
                Producer<String, String> governance = producer(kafka.bootstrapServers("governance"))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get(SECONDS, TimeUnit.SECONDS);
            assertThat(send(treasury)).isZero();

            gate.refuse();

            assertThatThrownBy(() -> send(treasury)).isInstanceOf(ExecutionException.class);
            assertThat(send(governance)).isEqualTo(1);
            gate.pass();
            assertThat(send(treasury)).isEqualTo(2);
        } finally {
            kafka.stop();
        }
    }

    private static long send(Producer<String, String> producer)
            throws ExecutionException, InterruptedException, TimeoutException {
        return producer.send(new ProducerRecord<>(TOPIC, "1", "event"))
                .get(SECONDS, TimeUnit.SECONDS)
                .offset();
    }

    private static Admin admin(Kafka kafka) {
        kafka.await();
        return Admin.create(kafka.clientSettings());
    }

    private static Producer<String, String> producer(String servers) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "delivery.timeout.ms", 3_000, "request.timeout.ms", 2_000),
                new StringSerializer(),
                new StringSerializer());
    }
}

package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.FundingRefused;
import network.spheron.dao.events.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BrokerAndDatabase.class)
@TestProfile(RelayCrashTest.RelayOnlyWhenWoken.class)
class RelayCrashTest {
    @Inject
    OutboxRelay relay;

    @Inject
    OutboxTable table;

    @Inject
    EventSender sender;

    @Inject
    DataSource database;

    /** Leaves the rounds to the test. */
    public static class RelayOnlyWhenWoken implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("spheron.messaging.outbox.poll-interval", "1h");
        }
    }

    @Test
    void crashBetweenSendAndMarkSendsAgainWithTheSameId() {
        add(41, 0);
        add(41, 1);

        try (Crashing crashing = new Crashing()) {
            assertThatThrownBy(() -> relay.round(crashing)).isInstanceOf(RuntimeException.class);
        }
        int sent = relay.round(sender.producer());

        assertThat(sent).isEqualTo(2);
        List<ConsumerRecord<byte[], byte[]>> records = Wire.on(Topics.AGREEMENT, "41");
        assertThat(records)
                .extracting(record -> Wire.header(record, "ce_sequence"))
                .containsExactly("1", "1", "2");
        assertThat(Wire.header(records.get(0), "ce_id")).isEqualTo(Wire.header(records.get(1), "ce_id"));
        assertThat(relay.round(sender.producer())).isZero();
    }

    @Test
    void eventThatWasNotAcknowledgedHoldsBackItsAggregateOnly() {
        add(42, 0);
        add(42, 1);
        add(43, 0);

        try (Losing losing = new Losing("42")) {
            relay.round(losing);
        }

        assertThat(Wire.on(Topics.AGREEMENT, "42")).isEmpty();
        assertThat(Wire.on(Topics.AGREEMENT, "43")).hasSize(1);
        relay.round(sender.producer());
        assertThat(Wire.on(Topics.AGREEMENT, "42"))
                .extracting(record -> Wire.header(record, "ce_sequence"))
                .containsExactly("1", "2");
    }

    private void add(long mandate, int bid) {
        FundingRefused event = new FundingRefused(BigInteger.valueOf(mandate), bid, "simulation", "");
        byte[] payload = EventJson.write(event).getBytes(UTF_8);
        QuarkusTransaction.requiringNew()
                .run(() -> table.add(Topics.AGREEMENT, event.aggregateId(), "FundingRefused", payload));
    }

    /** Takes the relay's database connection away right after the broker's acknowledgement, as a crash would. */
    private final class Crashing extends KafkaProducer<byte[], byte[]> {
        Crashing() {
            super(Wire.settings(), new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            Future<RecordMetadata> sent = super.send(record);
            try {
                RecordMetadata metadata = sent.get();
                endTheRelaysConnection();
                return new Acknowledged(metadata);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            } catch (ExecutionException e) {
                throw new AssertionError(e);
            }
        }

        private void endTheRelaysConnection() {
            QuarkusTransaction.requiringNew().run(() -> {
                try (Connection connection = database.getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname ="
                            + " current_database() and state = 'idle in transaction' and query like '%outbox%'");
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }

    /** An acknowledgement that is not there at once, as the broker's never is. */
    private static final class Acknowledged extends CompletableFuture<RecordMetadata> {
        private final RecordMetadata metadata;

        Acknowledged(RecordMetadata metadata) {
            this.metadata = metadata;
        }

        @Override
        public RecordMetadata get() {
            return metadata;
        }
    }

    /** Never gets an acknowledgement for one key. */
    private static final class Losing extends KafkaProducer<byte[], byte[]> {
        private final String key;

        Losing(String key) {
            super(Wire.settings(), new ByteArraySerializer(), new ByteArraySerializer());
            this.key = key;
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            return new String(record.key(), UTF_8).equals(key) ? new Lost() : super.send(record);
        }
    }

    private static final class Lost extends CompletableFuture<RecordMetadata> {
        @Override
        public RecordMetadata get() throws ExecutionException {
            throw new ExecutionException(new org.apache.kafka.common.errors.TimeoutException("lost"));
        }
    }
}

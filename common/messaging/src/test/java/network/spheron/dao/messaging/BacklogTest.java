package network.spheron.dao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import network.spheron.dao.events.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What a broker that was away for long has left behind. */
@QuarkusTest
@QuarkusTestResource(BrokerAndDatabase.class)
@TestProfile(RelayCrashTest.RelayOnlyWhenWoken.class)
class BacklogTest {
    private static final int EVENTS = 100_000;
    private static final int LONELY = EVENTS / 2;
    private static final int QUEUES = 100;
    private static final int PAYLOAD_BYTES = 2_000;
    private static final long MOST_HELD_BYTES = 24_000_000;

    @Inject
    OutboxRelay relay;

    @Inject
    DataSource database;

    @Test
    void hundredThousandEventsDrainInOrderWithBoundedHeap() throws SQLException {
        execute("insert into outbox (topic, aggregate_id, version, event_id, type, payload) select '" + Topics.MANDATE
                + "', case when n < " + LONELY + " then 'lonely ' || n else 'queue ' || n % " + QUEUES
                + " end, case when n < " + LONELY + " then 1 else (n - " + LONELY + ") / " + QUEUES + " + 1 end,"
                + " gen_random_uuid(), 'MandateGranted', convert_to(rpad('', " + PAYLOAD_BYTES + ", 'x'), 'UTF8')"
                + " from generate_series(0, " + (EVENTS - 1) + ") n");

        int sent = 0;
        try (Watched broker = new Watched()) {
            for (int round = relay.round(broker); round > 0; round = relay.round(broker)) {
                sent += round;
            }
            assertThat(broker.mostHeld).as("bytes held").isLessThan(MOST_HELD_BYTES);
            assertThat(broker.aggregates).hasSize(LONELY + QUEUES);
        }

        assertThat(sent).isEqualTo(EVENTS);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from outbox")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Looks now and then, in the middle of a round, at how much is held; and at every version. */
    private static final class Watched extends KafkaProducer<byte[], byte[]> {
        private static final int BETWEEN_LOOKS = 9_973;

        private final Map<String, Long> aggregates = new HashMap<>();
        private final long before = held();
        private long mostHeld;
        private int seen;

        Watched() {
            super(Wire.settings(), new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
            if (++seen % BETWEEN_LOOKS == 0) {
                mostHeld = Math.max(mostHeld, held() - before);
            }
            String aggregate = new String(record.key(), UTF_8);
            long version = Long.parseLong(
                    new String(record.headers().lastHeader("ce_sequence").value(), UTF_8));
            Long last = aggregates.put(aggregate, version);
            if (last != null && version != last + 1) {
                throw new AssertionError(aggregate + " goes from " + last + " to " + version);
            }
            return super.send(record);
        }

        private static long held() {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            return runtime.totalMemory() - runtime.freeMemory();
        }
    }
}

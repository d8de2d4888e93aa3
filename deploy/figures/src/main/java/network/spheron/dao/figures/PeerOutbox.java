package network.spheron.dao.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import network.spheron.dao.events.EventJson;
import network.spheron.dao.events.FundingRefused;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A peer's outbox: a table of events that are inserted in the business transaction. */
final class PeerOutbox {
    private final DataSource database;
    private final String table;

    PeerOutbox(DataSource database, String table) {
        this.database = database;
        this.table = table;
    }

    /** Makes the table, empty. */
    void create() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + table);
            statement.execute("create table " + table + " (id bigserial primary key, aggregate_id text not null,"
                    + " event_id uuid not null, type text not null, payload bytea not null)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void insert(List<FundingRefused> events) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into " + table
                        + " (aggregate_id, event_id, type, payload) values (?, ?, 'FundingRefused', ?)")) {
            connection.setAutoCommit(false);
            for (FundingRefused event : events) {
                insert.setString(1, event.aggregateId());
                insert.setObject(2, UUID.randomUUID());
                insert.setBytes(3, EventJson.write(event).getBytes(UTF_8));
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A producer with the guarantees of ours. */
    static Producer<byte[], byte[]> producer(String broker) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Hands a record to the producer; when it cannot be sent, its event never arrives and the figure fails. */
    static void send(Producer<byte[], byte[]> producer, String topic, String key, byte[] payload) {
        Future<RecordMetadata> result = producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), payload));
        if (result.isCancelled()) throw new IllegalStateException("the producer is closed");
    }
}

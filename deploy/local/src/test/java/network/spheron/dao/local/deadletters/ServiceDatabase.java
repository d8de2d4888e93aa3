package network.spheron.dao.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import network.spheron.dao.messaging.ParkedAggregates;
import network.spheron.dao.testing.TestDatabase;
import network.spheron.dao.testing.TestPostgres;

/** A service's database with the tables of messaging, and what the service would write there. */
final class ServiceDatabase {
    private final TestDatabase database = TestPostgres.createDatabase();

    ServiceDatabase() {
        execute(resource("/db/messaging/V1__messaging.sql"));
        execute(resource("/db/messaging/V2__dropped_event.sql"));
    }

    TestDatabase address() {
        return database;
    }

    ParkedAggregates parked() {
        return new ParkedAggregates(database.dataSource());
    }

    void parks(String topic, String aggregateId, String reason, String... payloads) {
        execute(
                "insert into parked_aggregate (topic, aggregate_id, state, reason) values (?, ?, 'DEAD', ?)",
                topic,
                aggregateId,
                reason);
        for (int i = 0; i < payloads.length; i++) {
            execute(
                    "insert into parked_event (topic, aggregate_id, record_partition, record_offset, headers, payload,"
                            + " dead_lettered) values (?, ?, 1, ?, ?, ?, ?)",
                    topic,
                    aggregateId,
                    40L + i,
                    "{\"ce_type\":\"SipProposed\",\"ce_id\":\"00000000-0000-4000-8000-00000000000" + i + "\"}",
                    payloads[i].getBytes(UTF_8),
                    i == 0);
        }
    }

    void handles(String topic, String aggregateId) {
        execute("delete from parked_event where topic = ? and aggregate_id = ?", topic, aggregateId);
        execute("delete from parked_aggregate where topic = ? and aggregate_id = ?", topic, aggregateId);
    }

    void keepsParked(String topic, String aggregateId, String reason) {
        execute(
                "update parked_aggregate set state = 'DEAD', tried_at = clock_timestamp(), reason = ?"
                        + " where topic = ? and aggregate_id = ?",
                reason,
                topic,
                aggregateId);
    }

    private void execute(String sql, Object... parameters) {
        try (Connection connection = database.connect()) {
            if (parameters.length == 0) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(sql);
                }
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                statement.executeUpdate();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ParkedAggregates.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

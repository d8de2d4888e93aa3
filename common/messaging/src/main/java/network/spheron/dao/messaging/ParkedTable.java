package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Parked aggregates and their events; every method runs in the caller's transaction. */
@ApplicationScoped
class ParkedTable {
    private static final String EVENT =
            "select topic, aggregate_id, record_partition, record_offset, headers, payload from parked_event ";

    private final DataSource database;

    @Inject
    ParkedTable(DataSource database) {
        this.database = database;
    }

    /** A parked aggregate. */
    record Aggregate(String topic, String aggregateId) {}

    /** A parked aggregate that is to be tried again. */
    record Due(Aggregate aggregate, ParkedState state) {}

    /** A record that is to be dead-lettered, and why. */
    record DeadEvent(Delivery delivery, String reason) {}

    boolean isParked(Aggregate aggregate) {
        return found("select from parked_aggregate where topic = ? and aggregate_id = ?", aggregate);
    }

    void park(Aggregate aggregate, ParkedState state, String reason) {
        String sql = "insert into parked_aggregate (state, reason, topic, aggregate_id) values (?, ?, ?, ?) "
                + "on conflict do nothing";
        change(sql, state.name(), reason, aggregate.topic(), aggregate.aggregateId());
    }

    void update(Aggregate aggregate, ParkedState state, String reason) {
        String sql = "update parked_aggregate set state = ?, reason = ?, tried_at = clock_timestamp() "
                + "where topic = ? and aggregate_id = ?";
        change(sql, state.name(), reason, aggregate.topic(), aggregate.aggregateId());
    }

    /** Whether an operator has given this record up. */
    boolean isDropped(Delivery delivery) {
        String sql = "select from dropped_event "
                + "where topic = ? and aggregate_id = ? and record_partition = ? and record_offset = ?";
        return !query(sql, row -> true, delivery.topic(), delivery.key(), delivery.partition(), delivery.offset())
                .isEmpty();
    }

    /** Puts a record behind the others of its aggregate; one that came before is kept once, a dropped one not at all. */
    void append(Delivery delivery) {
        if (isDropped(delivery)) {
            return;
        }
        String sql = "insert into parked_event "
                + "(topic, aggregate_id, record_partition, record_offset, headers, payload) values (?, ?, ?, ?, ?, ?) "
                + "on conflict do nothing";
        change(
                sql,
                delivery.topic(),
                delivery.key(),
                delivery.partition(),
                delivery.offset(),
                StoredHeaders.write(delivery.headers()),
                delivery.payload());
    }

    /** Aggregates to try again, the longest untried first: all that wait, and the dead after some time. */
    List<Due> due(Duration deadInterval, int limit) {
        String sql = """
                select topic, aggregate_id, state from parked_aggregate
                where state = 'WAITING' or tried_at <= clock_timestamp() - make_interval(secs => ?)
                order by tried_at limit ?""";
        return query(
                sql,
                row -> new Due(
                        new Aggregate(row.getString(1), row.getString(2)), ParkedState.valueOf(row.getString(3))),
                deadInterval.toMillis() / 1000.0,
                limit);
    }

    /** The aggregate's oldest record. */
    Optional<Delivery> first(Aggregate aggregate) {
        String sql = EVENT + "where topic = ? and aggregate_id = ? order by record_offset limit 1";
        return query(sql, ParkedTable::delivery, aggregate.topic(), aggregate.aggregateId()).stream()
                .findFirst();
    }

    /** Removes a record, and with the last one the aggregate. */
    void remove(Delivery delivery) {
        change(
                "delete from parked_event where topic = ? and aggregate_id = ? and record_offset = ?",
                delivery.topic(),
                delivery.key(),
                delivery.offset());
        removeIfEmpty(new Aggregate(delivery.topic(), delivery.key()));
    }

    /** Unparks an aggregate that has no record left. */
    void removeIfEmpty(Aggregate aggregate) {
        if (!found("select from parked_event where topic = ? and aggregate_id = ? limit 1", aggregate)) {
            change(
                    "delete from parked_aggregate where topic = ? and aggregate_id = ?",
                    aggregate.topic(),
                    aggregate.aggregateId());
        }
    }

    /** Locks a record that has made its aggregate dead and is not dead-lettered yet. */
    Optional<DeadEvent> deadEvent() {
        String sql = """
                select e.topic, e.aggregate_id, e.record_partition, e.record_offset, e.headers, e.payload, a.reason
                from parked_event e join parked_aggregate a using (topic, aggregate_id)
                where a.state = 'DEAD' and not e.dead_lettered and not exists (
                    select 1 from parked_event earlier
                    where earlier.topic = e.topic and earlier.aggregate_id = e.aggregate_id
                        and earlier.record_offset < e.record_offset)
                limit 1 for update of e skip locked""";
        return query(sql, row -> new DeadEvent(delivery(row), row.getString(7))).stream()
                .findFirst();
    }

    void markDeadLettered(Delivery delivery) {
        change(
                "update parked_event set dead_lettered = true "
                        + "where topic = ? and aggregate_id = ? and record_offset = ?",
                delivery.topic(),
                delivery.key(),
                delivery.offset());
    }

    private boolean found(String sql, Aggregate aggregate) {
        return !query(sql, row -> true, aggregate.topic(), aggregate.aggregateId())
                .isEmpty();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString(1),
                row.getInt(3),
                row.getLong(4),
                row.getString(2),
                StoredHeaders.read(row.getString(5)),
                row.getBytes(6));
    }

    private void change(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reader, Object... parameters) {
        List<T> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reader.read(row));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
        return rows;
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}

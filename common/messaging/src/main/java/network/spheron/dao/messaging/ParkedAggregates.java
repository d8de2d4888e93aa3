package network.spheron.dao.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What a service could not handle, for an operator. It needs few rights on the service's database and works beside the
 * running service: whatever is tried again is tried by the service itself, in order.
 */
public final class ParkedAggregates {
    private static final String AGGREGATE = """
            select topic, aggregate_id, state, reason, parked_at, tried_at,
                (select count(*) from parked_event e where e.topic = a.topic and e.aggregate_id = a.aggregate_id)
            from parked_aggregate a""";
    private static final String EVENTS = """
            select record_partition, record_offset, headers, dead_lettered, payload from parked_event
            where topic = ? and aggregate_id = ? order by record_offset""";

    private final DataSource database;

    public ParkedAggregates(DataSource database) {
        this.database = database;
    }

    /**
     * An aggregate that takes no further event.
     *
     * @param state {@code WAITING} for a prerequisite, or {@code DEAD}
     * @param reason why its first event could not be handled
     * @param triedAt when it was last tried, {@link Instant#EPOCH} once it was asked to be tried again
     * @param events how many of its events have come in the meantime, the failed one included
     */
    public record Parked(
            String topic,
            String aggregateId,
            String state,
            String reason,
            Instant parkedAt,
            Instant triedAt,
            long events) {
        /** Whether somebody has asked for a retry that the service has not made yet. */
        public boolean isAskedFor() {
            return triedAt.equals(Instant.EPOCH);
        }
    }

    /** An event of a parked aggregate, as it came; its headers and payload are whatever the sender wrote. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Event(int partition, long offset, String type, String id, boolean deadLettered, byte[] payload) {}

    /** An event that was given up. */
    public record Dropped(
            String topic,
            String aggregateId,
            long offset,
            String parkedReason,
            String reason,
            String droppedBy,
            Instant droppedAt) {}

    /** All of them, the longest parked first. */
    public List<Parked> all() {
        return inTransaction(connection ->
                query(connection, AGGREGATE + " order by parked_at, topic, aggregate_id", ParkedAggregates::parked));
    }

    /** One of them, unless it is handled by now. */
    public Optional<Parked> find(String topic, String aggregateId) {
        return inTransaction(connection -> find(connection, topic, aggregateId));
    }

    /** The events that an aggregate holds back, in order. */
    public List<Event> events(String topic, String aggregateId) {
        return inTransaction(connection -> query(connection, EVENTS, ParkedAggregates::event, topic, aggregateId));
    }

    /** What was given up so far, the latest last. */
    public List<Dropped> dropped() {
        String sql = """
                select topic, aggregate_id, record_offset, parked_reason, reason, dropped_by, dropped_at
                from dropped_event order by dropped_at""";
        return inTransaction(connection -> query(
                connection,
                sql,
                row -> new Dropped(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getTimestamp(7).toInstant())));
    }

    /**
     * Makes an aggregate the next that the service tries, with all its attempts.
     *
     * @throws NotParked when there is no such aggregate
     */
    public void retry(String topic, String aggregateId) {
        inTransaction(connection -> {
            if (release(connection, topic, aggregateId) == 0) {
                throw new NotParked(topic, aggregateId);
            }
            return true;
        });
    }

    /**
     * Gives an aggregate's first event up for good and lets the service try those behind it. The event stays on record
     * with the reason and the database's name for who gave it.
     *
     * @param offset of the event that is meant, so that nobody drops one that they have not seen
     * @throws NotParked when there is no such aggregate
     * @throws NotFirst when another event is the first one
     */
    public void drop(String topic, String aggregateId, long offset, String reason) {
        inTransaction(connection -> {
            lock(connection, topic, aggregateId);
            Parked aggregate =
                    find(connection, topic, aggregateId).orElseThrow(() -> new NotParked(topic, aggregateId));
            Event first = first(connection, aggregate);
            if (first.offset() != offset) {
                throw new NotFirst(topic, aggregateId, offset, first.offset());
            }
            record(connection, aggregate, first, reason);
            change(
                    connection,
                    "delete from parked_event where topic = ? and aggregate_id = ? and record_offset = ?",
                    topic,
                    aggregateId,
                    offset);
            if (aggregate.events() > 1) {
                return release(connection, topic, aggregateId);
            }
            return change(
                    connection,
                    "delete from parked_aggregate where topic = ? and aggregate_id = ?",
                    topic,
                    aggregateId);
        });
    }

    /** There is nothing parked under this name; it may have been handled in the meantime. */
    public static final class NotParked extends RuntimeException {
        NotParked(String topic, String aggregateId) {
            super(topic + " " + aggregateId + " is not parked");
        }
    }

    /** Events are handled in order, and dropped in order as well. */
    public static final class NotFirst extends RuntimeException {
        NotFirst(String topic, String aggregateId, long offset, long first) {
            super("offset " + offset + " is not what " + topic + " " + aggregateId + " waits for; its first event has"
                    + " offset " + first);
        }
    }

    private static Optional<Parked> find(Connection connection, String topic, String aggregateId) throws SQLException {
        String sql = AGGREGATE + " where topic = ? and aggregate_id = ?";
        return query(connection, sql, ParkedAggregates::parked, topic, aggregateId).stream()
                .findFirst();
    }

    private static Event first(Connection connection, Parked aggregate) throws SQLException {
        return query(
                        connection,
                        EVENTS + " limit 1",
                        ParkedAggregates::event,
                        aggregate.topic(),
                        aggregate.aggregateId())
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotParked(aggregate.topic(), aggregate.aggregateId()));
    }

    /** The same lock as the service's own: an event is being handled, or being dropped. */
    private static void lock(Connection connection, String topic, String aggregateId) throws SQLException {
        query(
                connection,
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                row -> true,
                InboxTable.lockName(topic, aggregateId));
    }

    private static int release(Connection connection, String topic, String aggregateId) throws SQLException {
        String sql = "update parked_aggregate set state = 'WAITING', tried_at = 'epoch' "
                + "where topic = ? and aggregate_id = ?";
        return change(connection, sql, topic, aggregateId);
    }

    /** An event that has an id counts as handled, so that a second copy of it is none. */
    private static void record(Connection connection, Parked aggregate, Event event, String reason)
            throws SQLException {
        String sql = """
                insert into dropped_event (topic, aggregate_id, record_partition, record_offset, headers, payload,
                    parked_reason, reason)
                select topic, aggregate_id, record_partition, record_offset, headers, payload, ?, ? from parked_event
                where topic = ? and aggregate_id = ? and record_offset = ?""";
        change(connection, sql, aggregate.reason(), reason, aggregate.topic(), aggregate.aggregateId(), event.offset());
        Optional<UUID> id = CloudEvents.id(event.id());
        if (id.isPresent()) {
            change(
                    connection,
                    "insert into inbox (event_id, topic, type) values (?, ?, ?) on conflict do nothing",
                    id.get(),
                    aggregate.topic(),
                    event.type());
        }
    }

    private static Parked parked(ResultSet row) throws SQLException {
        return new Parked(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getTimestamp(6).toInstant(),
                row.getLong(7));
    }

    private static Event event(ResultSet row) throws SQLException {
        var headers = StoredHeaders.read(row.getString(3));
        return new Event(
                row.getInt(1),
                row.getLong(2),
                headers.getOrDefault("ce_type", ""),
                headers.getOrDefault("ce_id", ""),
                row.getBoolean(4),
                row.getBytes(5));
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            T result = work.on(connection);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> List<T> query(Connection connection, String sql, Row<T> reader, Object... parameters)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(reader.read(row));
            }
        }
        return rows;
    }

    private static int change(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}

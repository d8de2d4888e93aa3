package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The outbox in the database; every method runs in the caller's transaction. */
@ApplicationScoped
class OutboxTable {
    private static final String COLUMNS =
            "select o.topic, o.aggregate_id, o.version, o.event_id, o.type, o.payload, o.recorded_at from outbox o ";

    private final DataSource database;

    @Inject
    OutboxTable(DataSource database) {
        this.database = database;
    }

    /** Stores an event as its aggregate's next. Other writers of the aggregate wait for this transaction's end. */
    void add(String topic, String aggregateId, String type, byte[] payload) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        with numbered as (
                            insert into outbox_version (topic, aggregate_id, last_version) values (?, ?, 1)
                            on conflict (topic, aggregate_id)
                            do update set last_version = outbox_version.last_version + 1
                            returning topic, aggregate_id, last_version)
                        insert into outbox (topic, aggregate_id, version, event_id, type, payload)
                        select topic, aggregate_id, last_version, ?, ?, ? from numbered""")) {
            insert.setString(1, topic);
            insert.setString(2, aggregateId);
            insert.setObject(3, UUID.randomUUID());
            insert.setString(4, type);
            insert.setBytes(5, payload);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Locks the first waiting event of some aggregates until the transaction ends. Whoever holds an aggregate's first
     * event owns the aggregate; those of other relays are skipped.
     */
    List<OutboxEntry> claim(int aggregates) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS + """
                        where not exists (
                            select 1 from outbox earlier
                            where earlier.topic = o.topic and earlier.aggregate_id = o.aggregate_id
                                and earlier.version < o.version)
                        order by o.recorded_at limit ? for update of o skip locked""")) {
            select.setInt(1, aggregates);
            return entries(select);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The events right after these, of the same aggregates, as far as there are any. */
    List<OutboxEntry> after(List<OutboxEntry> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(COLUMNS + """
                        join unnest(?::text[], ?::text[], ?::bigint[]) sent (topic, aggregate_id, version)
                        on o.topic = sent.topic and o.aggregate_id = sent.aggregate_id
                            and o.version = sent.version + 1
                        order by o.recorded_at""")) {
            select.setArray(1, array(connection, "text", entries, OutboxEntry::topic));
            select.setArray(2, array(connection, "text", entries, OutboxEntry::aggregateId));
            select.setArray(3, array(connection, "bigint", entries, OutboxEntry::version));
            return entries(select);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /**
     * Removes events that the broker has acknowledged. The transaction's commit does not wait for the disk: what a crash
     * of the database brings back is sent again with the same id.
     */
    void remove(List<UUID> eventIds) {
        try (Connection connection = database.getConnection();
                Statement noWait = connection.createStatement();
                PreparedStatement delete =
                        connection.prepareStatement("delete from outbox where event_id = any (?::uuid[])")) {
            noWait.execute("set local synchronous_commit = off");
            delete.setArray(1, array(connection, "uuid", eventIds, Function.identity()));
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T> Array array(Connection connection, String type, List<T> values, Function<T, ?> element)
            throws SQLException {
        return connection.createArrayOf(type, values.stream().map(element).toArray());
    }

    private static List<OutboxEntry> entries(PreparedStatement select) throws SQLException {
        List<OutboxEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                entries.add(new OutboxEntry(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getObject(4, UUID.class),
                        row.getString(5),
                        row.getBytes(6),
                        row.getTimestamp(7).toInstant()));
            }
        }
        return entries;
    }
}

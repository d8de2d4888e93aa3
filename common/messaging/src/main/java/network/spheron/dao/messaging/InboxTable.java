package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Which events have had their effect; every method runs in the caller's transaction. */
@ApplicationScoped
class InboxTable {
    private final DataSource database;

    @Inject
    InboxTable(DataSource database) {
        this.database = database;
    }

    /** Makes the caller the only one in all replicas to handle events of this aggregate, until the transaction ends. */
    void lock(String topic, String aggregateId) {
        locked("pg_advisory_xact_lock(hashtextextended(?, 0)) is not null", topic, aggregateId);
    }

    /** As {@link #lock}, or answers false at once when another holds it. */
    boolean tryLock(String topic, String aggregateId) {
        return locked("pg_try_advisory_xact_lock(hashtextextended(?, 0))", topic, aggregateId);
    }

    /** What is locked, for everybody who handles an aggregate's events. */
    static String lockName(String topic, String aggregateId) {
        return "inbox/" + topic + "/" + aggregateId;
    }

    private boolean locked(String expression, String topic, String aggregateId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + expression)) {
            select.setString(1, lockName(topic, aggregateId));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Records that an event has its effect in this transaction; false when it already had it. */
    boolean record(ReceivedEvent event, String topic) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into inbox (event_id, topic, type) values (?, ?, ?) on conflict do nothing")) {
            insert.setObject(1, event.id());
            insert.setString(2, topic);
            insert.setString(3, event.type());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    boolean contains(UUID eventId) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select from inbox where event_id = ?")) {
            select.setObject(1, eventId);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}

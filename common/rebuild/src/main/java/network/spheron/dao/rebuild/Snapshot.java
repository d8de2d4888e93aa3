package network.spheron.dao.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import network.spheron.dao.chain.BlockRef;

/** The live database as it was at one moment, however far the service goes on meanwhile. */
final class Snapshot implements AutoCloseable {
    private final Connection connection;

    /** Freezes what this connection sees, and forbids it to write. */
    Snapshot(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
    }

    Connection connection() {
        return connection;
    }

    /** The last block in the read models. */
    BlockRef followed() throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select block_number, block_hash, block_time from chain_cursor");
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("the live database has followed no block yet");
            }
            return new BlockRef(row.getLong(1), row.getString(2), row.getLong(3));
        }
    }

    /** Whether an event has had its effect in the read models. */
    boolean hasHandled(UUID event) {
        try (PreparedStatement select =
                connection.prepareStatement("select from " + SharedTables.HANDLED + " h where h.event_id = ?")) {
            select.setObject(1, event);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the live database cannot be read", e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

package network.spheron.dao.chain.follow;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;
import network.spheron.dao.chain.BlockRef;

/** Where following stands, in the database. Writes take part in the surrounding transaction. */
@Singleton
class Cursor {
    // Advisory locks share one space per database; this one is named after what it guards.
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('spheron.chain.follower'))";

    private final DataSource database;

    Cursor(DataSource database) {
        this.database = database;
    }

    /** Makes the surrounding transaction the only one that follows, until it ends; false when another one does. */
    boolean acquire() {
        return query(LOCK, result -> result.getBoolean(1)).orElseThrow();
    }

    Optional<BlockRef> read() {
        return query(
                "select block_number, block_hash, block_time from chain_cursor",
                result -> new BlockRef(result.getLong(1), result.getString(2), result.getLong(3)));
    }

    /** The kept hash of a followed block. */
    Optional<String> hashOf(long number) {
        return query("select block_hash from chain_block where block_number = ?", r -> r.getString(1), number);
    }

    /** The newest kept block below a number. */
    Optional<BlockRef> keptBelow(long number) {
        return query(
                "select block_number, block_hash from chain_block where block_number < ?"
                        + " order by block_number desc limit 1",
                result -> new BlockRef(result.getLong(1), result.getString(2), 0),
                number);
    }

    /** Moves to a block, remembers the hashes seen on the way, and forgets those deeper than {@code depth}. */
    void moveTo(BlockRef block, Collection<BlockRef> seen, long depth) {
        update(
                "insert into chain_cursor (block_number, block_hash, block_time) values (?, ?, ?)"
                        + " on conflict (only_row) do update set block_number = excluded.block_number,"
                        + " block_hash = excluded.block_hash, block_time = excluded.block_time",
                block.number(),
                block.hash(),
                block.timestamp());
        for (BlockRef kept : seen) {
            update(
                    "insert into chain_block (block_number, block_hash) values (?, ?) on conflict do nothing",
                    kept.number(),
                    kept.hash());
        }
        update("delete from chain_block where block_number < ?", block.number() - depth);
    }

    private interface Row<T> {
        T read(ResultSet result) throws SQLException;
    }

    private <T> Optional<T> query(String sql, Row<T> row, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters);
                ResultSet result = statement.executeQuery()) {
            return result.next() ? Optional.of(row.read(result)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the chain cursor cannot be read", e);
        }
    }

    private void update(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the chain cursor cannot be written", e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
        return statement;
    }
}

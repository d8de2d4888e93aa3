package network.spheron.dao.faults.site;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A service's database as its superuser sees it. */
public final class Database {
    private final DataSource source;

    Database(DataSource source) {
        this.source = source;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The rows of a query. */
    public <T> List<T> rows(Row<T> shape, String query, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = prepare(connection, query, parameters);
                ResultSet found = select.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(shape.of(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + ": " + query, e);
        }
    }

    /** The number that a query of one row answers. */
    public long number(String query, Object... parameters) {
        return rows(row -> row.getLong(1), query, parameters).get(0);
    }

    /** Changes rows, or the schema; answers how many rows. */
    public int change(String statement, Object... parameters) {
        try (Connection connection = source.getConnection();
                PreparedStatement change = prepare(connection, statement, parameters)) {
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage() + ": " + statement, e);
        }
    }

    /** For what brings its own queries. */
    public DataSource source() {
        return source;
    }

    /** A connection of its own, for what lasts longer than a statement; to be closed by who asked for it. */
    public Connection connect() {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }
}

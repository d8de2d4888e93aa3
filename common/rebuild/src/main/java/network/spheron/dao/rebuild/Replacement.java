package network.spheron.dao.rebuild;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts rebuilt rows in the place of live ones, in one transaction, in a database that nobody else uses. */
final class Replacement {
    private static final int ROWS_AT_ONCE = 500;

    private final List<Table> tables;
    private final List<Table> positions;

    Replacement(Declaration declaration) {
        this.tables = declaration.tables().stream()
                .filter(table -> table.kind() == Table.Kind.READ_MODEL)
                .toList();
        this.positions = declaration.tables().stream()
                .filter(table -> table.kind() == Table.Kind.POSITION)
                .toList();
    }

    /**
     * Replaces every read model; what is the service's own stays as it is.
     *
     * @throws IllegalStateException when somebody else uses the live database, or it has gone on since the rebuild
     */
    void run(Connection live, Connection rebuilt) throws SQLException {
        live.setAutoCommit(false);
        rebuilt.setAutoCommit(false);
        requireAlone(live);
        requireSamePosition(live, rebuilt);
        try (Statement statement = live.createStatement()) {
            for (Table table : tables) {
                // The rebuilt rows have passed these triggers already; an append-only table lets nothing be replaced.
                statement.execute("alter table " + table.name() + " disable trigger user");
            }
            List<Table> reversed = new ArrayList<>(tables);
            Collections.reverse(reversed);
            for (Table table : reversed) {
                statement.execute("delete from " + table.name());
            }
            for (Table table : tables) {
                copy(table, live, rebuilt);
                statement.execute("alter table " + table.name() + " enable trigger user");
            }
        }
        rebuilt.rollback();
        live.commit();
    }

    private static void requireAlone(Connection live) throws SQLException {
        try (PreparedStatement others = live.prepareStatement("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid()");
                ResultSet row = others.executeQuery()) {
            if (row.next() && row.getLong(1) > 0) {
                throw new IllegalStateException("the live rows are not replaced: " + row.getLong(1)
                        + " others use that database; stop the service first");
            }
        }
    }

    private void requireSamePosition(Connection live, Connection rebuilt) throws SQLException {
        for (Table table : positions) {
            if (!Comparison.of(table, live, rebuilt).isEqual()) {
                throw new IllegalStateException("the live rows are not replaced: " + table.name()
                        + " is not what was rebuilt; stop the service and rebuild again");
            }
        }
    }

    private static void copy(Table table, Connection live, Connection rebuilt) throws SQLException {
        String name = table.name();
        try (PreparedStatement select = rebuilt.prepareStatement("select to_jsonb(r)::text from " + name + " r");
                PreparedStatement insert = live.prepareStatement(
                        "insert into " + name + " select (jsonb_populate_record(null::" + name + ", ?::jsonb)).*")) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                for (int rows = 1; row.next(); rows++) {
                    insert.setString(1, row.getString(1));
                    insert.addBatch();
                    if (rows % ROWS_AT_ONCE == 0) {
                        insert.executeBatch();
                    }
                }
            }
            insert.executeBatch();
        }
        number(name, live);
    }

    /** The next numbers that the database gives come after those that were copied. */
    private static void number(String table, Connection live) throws SQLException {
        for (String column : numberedColumns(table, live)) {
            try (Statement statement = live.createStatement()) {
                statement.execute("select setval(pg_get_serial_sequence('" + table + "', '" + column + "'), max("
                        + column + ")) from " + table + " having count(*) > 0");
            }
        }
    }

    private static List<String> numberedColumns(String table, Connection live) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (PreparedStatement select = live.prepareStatement("select column_name from information_schema.columns"
                + " where table_schema = current_schema() and table_name = ?"
                + " and pg_get_serial_sequence(table_name::text, column_name::text) is not null")) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }
        return columns;
    }
}

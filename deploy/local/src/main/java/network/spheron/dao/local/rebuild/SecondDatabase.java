package network.spheron.dao.local.rebuild;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import network.spheron.dao.local.process.CannotStart;

/** An empty database beside a service's own, with the same owner; dropped when it is closed. */
final class SecondDatabase implements AutoCloseable {
    private final Connection server;
    private final String name;

    private SecondDatabase(Connection server, String name) {
        this.server = server;
        this.name = name;
    }

    /**
     * Makes it; what an interrupted run has left is dropped first.
     *
     * @throws CannotStart when the database server does not answer, or another rebuild of that service is under way
     */
    static SecondDatabase create(LiveService live) {
        String name = live.name() + "_rebuilt";
        try {
            Connection server = DriverManager.getConnection(
                    live.jdbcUrl(live.superuser()), live.superuser(), live.superuserPassword());
            SecondDatabase database = new SecondDatabase(server, name);
            if (!database.isOnlyOne()) {
                server.close();
                throw new CannotStart(CannotStart.REFUSED, "another rebuild of " + live.name() + " is under way");
            }
            database.execute("drop database if exists " + name + " with (force)");
            database.execute("create database " + name + " owner " + live.name());
            database.execute("revoke connect on database " + name + " from public");
            return database;
        } catch (SQLException e) {
            throw new CannotStart("the database server does not answer: " + e.getMessage(), e);
        }
    }

    String name() {
        return name;
    }

    /** For as long as this connection lasts. */
    private boolean isOnlyOne() throws SQLException {
        try (PreparedStatement lock = server.prepareStatement("select pg_try_advisory_lock(hashtext(?))")) {
            lock.setString(1, "spheron.rebuild." + name);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = server.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        try (server) {
            execute("drop database if exists " + name + " with (force)");
        } catch (SQLException e) {
            throw new CannotStart("database " + name + " cannot be dropped: " + e.getMessage(), e);
        }
    }
}

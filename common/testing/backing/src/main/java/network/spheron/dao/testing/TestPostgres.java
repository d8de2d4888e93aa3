package network.spheron.dao.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** One PostgreSQL per JVM, ended with it; every request gets a database of its own. */
public final class TestPostgres {
    private static final String SERVER = "spheron.testing.postgres";
    private static final String USER = "postgres";

    private TestPostgres() {}

    /** Creates an empty database. */
    public static TestDatabase createDatabase() {
        int port = Integer.parseInt(OncePerJvm.started(SERVER, TestPostgres::start));
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(url(port, USER), USER, USER);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create a database", e);
        }
        return new TestDatabase(url(port, name), USER, USER);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static String start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
            return String.valueOf(server.getPort());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }
}

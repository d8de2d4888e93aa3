package network.spheron.dao.local.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import network.spheron.dao.local.data.FileTree;
import network.spheron.dao.local.data.Secrets;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.Launch;
import network.spheron.dao.local.process.ProcessComponent;
import network.spheron.dao.local.process.Workspace;

/** PostgreSQL with one database, owned by a role of the same name, for each program that keeps data. */
public final class Postgres extends ProcessComponent {
    private static final String SUPERUSER = "postgres";

    private final PostgresPrograms programs;
    private final Path data;
    private final int port;
    private final Secrets secrets;

    public Postgres(Workspace workspace, PostgresPrograms programs, Path data, int port, Secrets secrets) {
        super("postgres", workspace);
        this.programs = programs;
        this.data = data;
        this.port = port;
        this.secrets = secrets;
    }

    /** The JDBC address of a database. */
    public String jdbcUrl(String database) {
        return jdbcUrl(port, database);
    }

    /** The JDBC address of a database behind a gate. */
    public static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The password of the role that owns the database of the same name. */
    public String password(String database) {
        return secrets.get("postgres." + database);
    }

    @Override
    protected Launch launch() throws IOException {
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialize();
        }
        List<String> command = programs.command(
                "postgres",
                "-D",
                data.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=120",
                "-c",
                "shared_buffers=48MB",
                "-c",
                "log_min_messages=warning");
        return new Launch(data, command, Map.of());
    }

    @Override
    protected boolean answers() throws SQLException {
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(1);
        }
    }

    /** Fast shutdown: connections are closed, everything is on disk. */
    @Override
    protected String stopSignal() {
        return "INT";
    }

    /** Makes a database and the role that owns it, unless they exist. */
    public void createDatabase(String name) {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            if (!exists(connection, name)) {
                statement.execute("create role " + name + " login password '" + password(name) + "'");
                statement.execute("create database " + name + " owner " + name);
                statement.execute("revoke connect on database " + name + " from public");
            }
        } catch (SQLException e) {
            throw new CannotStart("database " + name + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password(SUPERUSER));
    }

    /** In a directory of its own, renamed when complete: an interrupted first start leaves nothing half made. */
    private void initialize() throws IOException {
        Path fresh = data.resolveSibling(data.getFileName() + ".new");
        FileTree.delete(fresh);
        Path passwordFile = Files.createTempFile("postgres", ".password");
        try {
            Files.writeString(passwordFile, password(SUPERUSER));
            List<String> command = new ArrayList<>(programs.command("initdb"));
            command.addAll(List.of(
                    "-D",
                    fresh.toString(),
                    "-U",
                    SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "-E",
                    "UTF8",
                    "--locale=C",
                    "-N"));
            OneShot.run(command);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, data);
    }
}

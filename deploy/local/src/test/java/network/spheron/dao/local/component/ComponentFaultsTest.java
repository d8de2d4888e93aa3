package network.spheron.dao.local.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import network.spheron.dao.local.Installation;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.data.Secrets;
import network.spheron.dao.local.gate.TcpGate;
import network.spheron.dao.local.process.Quiet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be done to a component, done to a real PostgreSQL. */
class ComponentFaultsTest {
    private static final int SHORT_SECONDS = 1;
    private static final int LONG_SECONDS = 10;

    @TempDir
    Path directory;

    private Postgres postgres;
    private int port;

    @BeforeEach
    void startPostgres() {
        DataDirectory data = DataDirectory.open(directory.resolve("data"));
        port = new Ports(data).any("postgres");
        PostgresPrograms programs =
                PostgresPrograms.in(Installation.current().programs().resolve("postgres"));
        postgres = new Postgres(Quiet.in(directory), programs, data.resolve("postgres"), port, new Secrets(data));
        postgres.start();
        postgres.await();
        postgres.createDatabase("treasury");
    }

    @AfterEach
    void stopPostgres() {
        postgres.stop();
    }

    @Test
    void killedPostgresIsGoneWithItsChildrenAndComesBackWithWhatWasCommitted() throws SQLException {
        execute("create table fact as select 42 as answer");
        List<ProcessHandle> all = postgres.process().orElseThrow().descendants().toList();
        assertThat(all).isNotEmpty();

        postgres.kill();

        assertThat(all).noneMatch(ProcessHandle::isAlive);
        assertThat(postgres.process()).isEmpty();
        assertThatThrownBy(() -> answer(SHORT_SECONDS)).isInstanceOf(SQLException.class);
        postgres.start();
        postgres.await();
        assertThat(answer(LONG_SECONDS)).isEqualTo(42);
    }

    @Test
    void pausedPostgresKeepsSilentAndGoesOn() throws SQLException {
        execute("create table fact as select 42 as answer");
        try (Connection connection = connect(port, SHORT_SECONDS)) {
            postgres.pause();
            assertThatThrownBy(() -> answer(connection)).isInstanceOf(SQLException.class);
        }

        postgres.resume();

        assertThat(answer(LONG_SECONDS)).isEqualTo(42);
    }

    @Test
    void pausedPostgresCanBeStopped() {
        ProcessHandle process = postgres.process().orElseThrow();
        postgres.pause();

        postgres.stop();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void gateStandsBetweenAClientAndItsDatabase() throws SQLException {
        execute("create table fact as select 42 as answer");
        TcpGate gate = new TcpGate("treasury");
        int through = gate.open(port);
        try (Connection connection = connect(through, LONG_SECONDS)) {
            assertThat(answer(connection)).isEqualTo(42);
            gate.refuse();
            assertThatThrownBy(() -> answer(connection)).isInstanceOf(SQLException.class);
        }

        gate.pass();

        try (Connection connection = connect(through, LONG_SECONDS)) {
            assertThat(answer(connection)).isEqualTo(42);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(port, LONG_SECONDS);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int answer(int seconds) throws SQLException {
        try (Connection connection = connect(port, seconds)) {
            return answer(connection);
        }
    }

    private static int answer(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select answer from fact")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private Connection connect(int at, int seconds) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "treasury");
        login.setProperty("password", postgres.password("treasury"));
        login.setProperty("socketTimeout", Integer.toString(seconds));
        login.setProperty("loginTimeout", Integer.toString(seconds));
        return DriverManager.getConnection(Postgres.jdbcUrl(at, "treasury"), login);
    }
}

package network.spheron.dao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import network.spheron.dao.local.Commands;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.data.Secrets;
import network.spheron.dao.local.rebuild.RebuildReadModels;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The treasury's read models after everything that the other tests have done to it, kills included. */
@Order(5)
class RebuildTest {
    private static final String PAID = "status = 'PAID' and agreement_id = 1 and milestone = 0";

    private record Told(int exitCode, String out, String err) {}

    @BeforeAll
    static void aJobIsDone() {
        ThePlatform.sample();
    }

    @Test
    @Order(1)
    void rebuiltEqualsLive() throws SQLException {
        Told told = rebuild();

        assertThat(told.exitCode()).as(told.toString()).isZero();
        assertThat(told.out())
                .containsPattern("payout +[1-9][0-9]* rows, equal")
                .containsPattern("ledger_posting +[1-9][0-9]* rows, equal")
                .containsPattern("inbox +[1-9][0-9]* rows, equal")
                .contains("The rebuilt read models equal the live ones.");
        assertThat(value("select count(*) from pg_database where datname like '%rebuilt'"))
                .isEqualTo("0");
    }

    @Test
    @Order(2)
    void plantedDifferenceIsNamed() throws SQLException {
        String amount = value("select amount from payout where " + PAID);
        run("update payout set amount = amount + 1 where " + PAID);

        Told told = rebuild();

        run("update payout set amount = amount - 1 where " + PAID);
        assertThat(told.exitCode()).as(told.toString()).isEqualTo(1);
        assertThat(told.out())
                .containsPattern("payout +[0-9]+ rows, 1 differ")
                .contains("agreement_id 1, milestone 0: amount is " + amount.substring(0, amount.length() - 1))
                .contains(amount + " rebuilt")
                .containsPattern("ledger_posting +[1-9][0-9]* rows, equal")
                .contains("The rebuilt read models differ.");
    }

    @Test
    @Order(3)
    void liveRowsAreReplacedOnlyWhileTheServiceIsStopped() throws SQLException {
        Told running = rebuild("--replace");
        assertThat(running.exitCode()).as(running.toString()).isEqualTo(1);
        assertThat(running.err()).contains("stop the service first");

        kill("treasury");
        try {
            run("update payout set amount = amount + 1 where " + PAID);
            Told replaced = rebuild("--replace");
            assertThat(replaced.exitCode()).as(replaced.toString()).isZero();
            assertThat(replaced.out()).contains("1 differ").contains("in the place of the live ones");
        } finally {
            ThePlatform.platform().restart("treasury");
        }

        Told afterwards = rebuild();
        assertThat(afterwards.exitCode()).as(afterwards.toString()).isZero();
    }

    private static void kill(String service) {
        long pid = Objects.requireNonNull(ThePlatform.platform().pids().get(service), service);
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static Told rebuild(String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "treasury";
        arguments[1] = "--data";
        arguments[2] = ThePlatform.platform().data().toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Commands.line(new RebuildReadModels())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Told(exitCode, out.toString(), err.toString());
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = treasury();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(String sql) throws SQLException {
        try (Connection connection = treasury();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "nothing";
        }
    }

    private static Connection treasury() throws SQLException {
        DataDirectory data =
                DataDirectory.existing(ThePlatform.platform().data()).orElseThrow();
        int port = new Ports(data).remembered("postgres").orElseThrow();
        String password = new Secrets(data).find("postgres.treasury").orElseThrow();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/treasury", "treasury", password);
    }
}

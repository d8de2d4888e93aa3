package network.spheron.dao.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import network.spheron.dao.testing.TestDatabase;
import network.spheron.dao.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two databases with the same tables; a payment refers to its budget, and no payment may be deleted. */
class ComparisonTest {
    private static final Table BUDGET = Table.readModel("budget", "name");
    private static final Table PAYMENT = Table.readModel("payment", "line", "number")
            .without("counted here", "id", "version")
            .only("only how it ended", "status", "case when r.status = 'PAID' then r.status end");
    private static final Table POSITION = Table.position("cursor", "block");

    private final Database live = new Database();
    private final Database rebuilt = new Database();

    /** A database with its connection. */
    private static final class Database {
        private final TestDatabase database = TestPostgres.createDatabase();
        private final Connection connection;

        Database() {
            try {
                connection = connect();
                run("create table budget (name text primary key, spent numeric(78, 0) not null, note text)");
                run("create table payment (id bigserial primary key, line text not null references budget,"
                        + " number integer not null, status text not null, version integer not null)");
                run("create table cursor (block bigint primary key)");
                run("create function kept() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'payments are kept'; end $$");
                run("create trigger kept before delete on payment for each statement execute function kept()");
                run("insert into cursor values (7)");
                run("insert into budget select 'line ' || n, n * 10::numeric ^ 20 from generate_series(1, 1200) n");
                run("insert into payment (line, number, status, version)"
                        + " values ('line 1', 1, 'PAID', 3), ('line 1', 10, 'PENDING', 1), ('line 2', 1, 'PAID', 2)");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        Connection connect() throws SQLException {
            return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
        }

        void run(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        String value(String sql) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                return row.next() ? row.getString(1) : "nothing";
            }
        }
    }

    @AfterEach
    void close() throws SQLException {
        live.connection.close();
        rebuilt.connection.close();
    }

    @Test
    void sameRowsAreEqualInWhateverOrderTheyWereWritten() throws SQLException {
        rebuilt.run("alter table payment disable trigger user");
        rebuilt.run("delete from payment");
        rebuilt.run("insert into payment (line, number, status, version)"
                + " values ('line 2', 1, 'PAID', 9), ('line 1', 10, 'REQUESTED', 1), ('line 1', 1, 'PAID', 4)");

        assertThat(compare(BUDGET)).isEqualTo(new Finding(BUDGET, 1200, 1200, 0, List.of()));
        assertThat(compare(PAYMENT)).isEqualTo(new Finding(PAYMENT, 3, 3, 0, List.of()));
    }

    @Test
    void differencesAreTold() throws SQLException {
        live.run("update budget set spent = spent + 1, note = 'planted' where name = 'line 2'");
        live.run("insert into budget values ('line 0', 0)");
        rebuilt.run("insert into budget values ('zero', 0)");

        Finding finding = compare(BUDGET);

        assertThat(finding.isEqual()).isFalse();
        assertThat(finding.lines())
                .containsExactly(
                        "budget               1201 rows, 3 differ",
                        "    name line 0: only live",
                        "    name line 2: note is planted live, empty rebuilt; spent is 200000000000000000001 live,"
                                + " 200000000000000000000 rebuilt",
                        "    name zero: only rebuilt");
    }

    @Test
    void howSomethingEndedIsComparedWhereOnlyThatIsAFact() throws SQLException {
        live.run("update payment set status = 'PAID' where number = 10");

        assertThat(compare(PAYMENT).first())
                .containsExactly("line line 1, number 10: status is PAID live, empty rebuilt");
    }

    @Test
    void onlyTheFirstDifferencesAreTold() throws SQLException {
        live.run("update budget set spent = 0");

        Finding finding = compare(BUDGET);

        assertThat(finding.differing()).isEqualTo(1200);
        assertThat(finding.first()).hasSize(5);
    }

    @Test
    void rebuiltRowsTakeThePlaceOfTheLiveOnes() throws SQLException {
        live.run("update budget set spent = 0, note = 'wrong'");
        live.run("insert into payment (line, number, status, version) values ('line 3', 1, 'PAID', 0)");

        replace();

        assertThat(compare(BUDGET).isEqual()).isTrue();
        assertThat(compare(PAYMENT).isEqual()).isTrue();
        live.run("insert into payment (line, number, status, version) values ('line 3', 1, 'PAID', 0)");
        assertThat(live.value("select max(id) from payment")).isEqualTo("4");
        assertThatThrownBy(() -> live.run("delete from payment")).hasMessageContaining("payments are kept");
    }

    @Test
    void nothingIsReplacedWhileTheServiceRuns() throws SQLException {
        live.run("update budget set spent = 0");
        try (Connection service = live.connect()) {
            assertThat(service.isValid(1)).isTrue();
            assertThatThrownBy(this::replace).hasMessageContaining("stop the service first");
        }
        assertThat(compare(BUDGET).isEqual()).isFalse();
    }

    @Test
    void nothingIsReplacedByRowsOfAnotherBlock() throws SQLException {
        live.run("update budget set spent = 0");
        live.run("update cursor set block = 8");

        assertThatThrownBy(this::replace).hasMessageContaining("cursor is not what was rebuilt");

        live.connection.rollback();
        assertThat(compare(BUDGET).isEqual()).isFalse();
    }

    private Finding compare(Table table) throws SQLException {
        return Comparison.of(table, live.connection, rebuilt.connection);
    }

    private void replace() throws SQLException {
        new Replacement(new Declaration(List.of(BUDGET, PAYMENT, POSITION))).run(live.connection, rebuilt.connection);
    }
}

package network.spheron.dao.treasury.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import network.spheron.dao.treasury.Portal;
import network.spheron.dao.treasury.TreasuryPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself keeps the rules of double entry, whoever writes to it. */
@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class LedgerRulesTest {
    private static final String ENTRY =
            "with entry as (insert into ledger_entry (transaction_hash, log_index, block_number, at, description)"
                    + " values (gen_random_uuid(), 0, 0, 0, 'test') returning id) ";
    private static final String POSTINGS = "insert into ledger_posting (entry_id, account, token, amount) ";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void linesAreOpen() {
        Portal.until("/api/ledger/entries", entries -> !entries.getList("$").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "('a', 't', 5)",
                "('a', 't', 5), ('b', 't', -4)",
                "('a', 't', 5), ('b', 'u', -5)",
                "('a', 't', 5), ('b', 't', -5), ('c', 't', 1)"
            })
    void entryThatDoesNotBalanceIsRefused(String postings) throws SQLException {
        long before = entries();

        assertThatThrownBy(() -> enter(postings))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("balance");

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void entryThatBalancesPerTokenIsTaken() {
        assertThatCode(() -> enter("('a', 't', 5), ('b', 't', -5), ('a', 'u', 7), ('b', 'u', -7)"))
                .doesNotThrowAnyException();
    }

    @Test
    void postingWithoutAnAmountIsRefused() {
        assertThatThrownBy(() -> enter("('a', 't', 0), ('b', 't', 0)")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update ledger_entry set description = 'another'",
                "delete from ledger_entry",
                "truncate ledger_entry cascade",
                "update ledger_posting set amount = amount * 2",
                "delete from ledger_posting",
                "truncate ledger_posting"
            })
    void nothingIsEverChanged(String change) throws SQLException {
        long before = entries();

        assertThatThrownBy(() -> run(change)).isInstanceOf(SQLException.class).hasMessageContaining("never changed");

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void entriesOfOneStatementBalanceEachOnItsOwn() {
        String apart = ENTRY + ", other as (" + ENTRY.substring("with entry as (".length()) + POSTINGS
                + "select id, 'a', 't', 5 from entry union all select id, 'b', 't', -5 from other";

        assertThatThrownBy(() -> run(apart)).isInstanceOf(SQLException.class).hasMessageContaining("balance");
    }

    @Test
    void entryIsRefusedThoughItsPostingsWouldFollow() {
        assertThatThrownBy(() -> enter("")).isInstanceOf(SQLException.class).hasMessageContaining("no postings");
    }

    @Test
    void postingsOfNoEntryAreRefused() {
        String stray = "insert into ledger_posting (entry_id, account, token, amount)"
                + " values (-1, 'a', 't', 5), (-1, 'b', 't', -5)";

        assertThatThrownBy(() -> run(stray)).isInstanceOf(SQLException.class).hasMessageContaining("no ledger entry");
    }

    // Old, so that nothing is compared because of it; of tokens that no comparison looks at.
    private void enter(String postings) throws SQLException {
        String sides = postings.isEmpty()
                ? "select id from entry"
                : POSTINGS + "select id, p.* from entry, (values " + postings + ") as p";
        run(ENTRY + sides);
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long entries() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select count(*) from ledger_entry where description = 'test'")) {
            return result.next() ? result.getLong(1) : -1;
        }
    }
}

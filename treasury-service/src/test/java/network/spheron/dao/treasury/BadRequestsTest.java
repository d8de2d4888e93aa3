package network.spheron.dao.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class BadRequestsTest {
    private static final String LONG = "9".repeat(79);

    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/mandates/999999,                          404, not-found",
        "GET,    /api/mandates/999999/awards,                   404, not-found",
        "GET,    /api/mandates/999999/agreements,               404, not-found",
        "GET,    /api/mandates/0,                               404, not-found",
        "GET,    /api/mandates/-1,                              404, not-found",
        "GET,    /api/mandates/one,                             404, not-found",
        "GET,    /api/mandates/LONG,                            404, not-found",
        "GET,    /api/payouts/999999/0,                         404, not-found",
        "GET,    /api/payouts/1/99999,                          404, not-found",
        "GET,    /api/payouts/1/x,                              404, not-found",
        "GET,    /api/ledger,                                   404, not-found",
        "GET,    /api/treasury/nothing,                         404, not-found",
        "GET,    /api/submissions/treasury-0,                   404, not-found",
        "GET,    /api/ledger/entries?page=-1,                   400, invalid-request",
        "GET,    /api/ledger/entries?page=1000001,              400, invalid-request",
        "GET,    /api/ledger/entries?page=x,                    400, invalid-request",
        "GET,    /api/ledger/entries?page=99999999999,          400, invalid-request",
        "GET,    /api/ledger/entries?size=0,                    400, invalid-request",
        "GET,    /api/ledger/entries?size=501,                  400, invalid-request",
        "GET,    /api/ledger/entries?size=1.5,                  400, invalid-request",
        "POST,   /api/mandates,                                 405, method-not-allowed",
        "DELETE, /api/ledger/entries,                           405, method-not-allowed",
        "PUT,    /api/payouts/1/0,                              405, method-not-allowed"
    })
    void isAnsweredAsAProblemAndChangesNothing(String method, String path, int status, String type)
            throws SQLException {
        Map<String, Long> before = rows();

        var problem = given().request(method, path.replace("LONG", LONG))
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .jsonPath();

        assertThat(problem.getString("type")).isEqualTo("urn:spheron:problem:" + type);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(rows()).isEqualTo(before);
    }

    /** How many rows each table has that a request could reach; following goes on in others. */
    private Map<String, Long> rows() throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {
                "budget_line",
                "mandate",
                "revealed_bid",
                "award",
                "agreement",
                "payout",
                "ledger_entry",
                "ledger_posting",
                "chain_submission",
                "outbox"
            }) {
                try (ResultSet result = statement.executeQuery("select count(*) from " + table)) {
                    rows.put(table, result.next() ? result.getLong(1) : -1);
                }
            }
        }
        return rows;
    }
}

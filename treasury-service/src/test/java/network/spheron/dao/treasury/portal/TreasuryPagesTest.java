package network.spheron.dao.treasury.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.regex.Pattern;
import network.spheron.dao.treasury.Competition;
import network.spheron.dao.treasury.Portal;
import network.spheron.dao.treasury.TreasuryPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(TreasuryPlatform.class)
class TreasuryPagesTest {
    private static final Pattern LEFT_OVER = Pattern.compile("\\{[#/a-z@!]|NOT_FOUND|null");

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource(value = "/openapi", management = true)
    URL openApi;

    @SuppressWarnings("NullAway.Init")
    @TestHTTPResource(value = "/health", management = true)
    URL health;

    @Test
    void everythingIsThereBeforeAnythingHasHappened() {
        assertThat(sound("/treasury/before/overview"))
                .contains(
                        "No budget lines yet",
                        "The first comparison has not been made yet",
                        "href=\"/treasury/ledger\"",
                        "No mandate has been granted yet",
                        "No agreement has been funded yet",
                        "Nothing to pay yet");
        assertThat(sound("/treasury/before/ledger")).contains("Nothing has been entered yet");
    }

    @Test
    void mandateWithoutAgreementsSaysSo() {
        Competition competition = Competition.granted(250, 90L * 24 * 3600);
        String path = "/treasury/mandates/" + competition.mandateId();
        Portal.until("/api" + path.substring("/treasury".length()), mandate -> mandate.get("open") != null);

        assertThat(sound(path))
                .contains(
                        "Mandate " + competition.mandateId(),
                        "What the vote allowed",
                        "Ecosystem Funds",
                        "yes at least 15 % above no",
                        "No agreement under this mandate yet");
        assertThat(sound("/treasury")).contains("Network Rewards", "5,000,000", path);
    }

    @Test
    void ledgerShowsEntriesOfOneAccount() {
        Portal.until("/api/ledger/entries", entries -> !entries.getList("$").isEmpty());

        assertThat(sound("/treasury/ledger")).contains("Newest entries");
        assertThat(sound("/treasury/ledger?account=budget/Network Rewards/free"))
                .contains("Line Network Rewards opened");
        assertThat(sound("/treasury/ledger?account=treasury")).contains("Entries of treasury", "Deposit");
        assertThat(sound("/treasury/ledger?account=<script>"))
                .contains("Nothing has been entered yet", "&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({"/treasury/mandates/999999", "/treasury/mandates/none", "/treasury/nothing"})
    void unknownPageIsAPageToo(String path) {
        String html = given().accept("text/html")
                .get(path)
                .then()
                .statusCode(404)
                .contentType("text/html")
                .extract()
                .asString();

        assertThat(html).contains("<!DOCTYPE html>");
    }

    @Test
    void apiIsDescribedOnTheManagementInterfaceOnly() {
        var paths = given().queryParam("format", "json")
                .get(openApi)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("paths");

        assertThat(paths.keySet().stream().map(String::valueOf))
                .contains("/api/treasury/lines", "/api/mandates", "/api/payouts", "/api/ledger/entries")
                .noneMatch(path -> path.startsWith("/treasury"));
        given().get(health).then().statusCode(200);
        given().get("/q/openapi").then().statusCode(404);
    }

    /** A page that is whole and has no place left empty. */
    private static String sound(String path) {
        String html = Portal.page(path);
        assertThat(html).startsWith("<!DOCTYPE html>").endsWith("</html>\n").contains("<main", "aria-current=\"page\"");
        assertThat(LEFT_OVER.matcher(html).find()).isFalse();
        return html;
    }
}

package network.spheron.dao.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.stream.Stream;
import network.spheron.dao.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(WebStack.class)
class ProblemsTest {
    @ParameterizedTest
    @CsvSource({
        "refused,409,bidding-closed",
        "amount,400,invalid-request",
        "reverted,409,contract-refused",
        "unavailable,503,chain-unavailable",
        "under-way,409,already-under-way",
        "overlapped,409,changed-meanwhile",
        "overlapped-at-commit,409,changed-meanwhile",
        "anything,500,internal-error"
    })
    void everyRefusalIsAProblem(String how, int status, String slug) {
        problem(given().get("/api/samples/failing/" + how).then(), status, slug)
                .body(not(containsString("secret")))
                .body(not(containsString("10.0.0.1")))
                .body(not(containsString("network.spheron")));
    }

    @Test
    void refusalCarriesItsValues() {
        given().get("/api/samples/failing/refused").then().body("biddingEnds", equalTo(17));
        given().get("/api/samples/failing/reverted").then().body("error", equalTo("BiddingClosed"));
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of(
                        "{\"title\":\"x\",\"inner\":{\"cap\":\"much\"}}",
                        "invalid-request",
                        "errors.'inner.cap'",
                        "has a value of the wrong kind"),
                Arguments.of("{\"title\": [1]}", "invalid-request", "errors.title", "has a value of the wrong kind"),
                Arguments.of("{\"title\":", "malformed-json", "status", 400),
                Arguments.of("[]", "malformed-json", "status", 400));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void badBodyIsRefusedWithTheFieldsName(String body, String slug, String path, Object value) {
        problem(json(body).post("/api/samples").then(), 400, slug).body(path, equalTo(value));
    }

    @Test
    void whatDoesNotExistIsAProblemToo() {
        problem(given().get("/api/nothing").then(), 404, "not-found");
        problem(given().delete("/api/samples").then(), 405, "method-not-allowed");
        problem(given().contentType("text/plain").body("x").post("/api/samples").then(), 415, "unsupported-media-type");
    }

    @Test
    void visitorIsToldToSignIn() {
        problem(given().get("/api/samples/me").then(), 401, "not-signed-in");
        problem(given().get("/api/samples/steward").then(), 401, "not-signed-in")
                .header("WWW-Authenticate", startsWith("Bearer"));
    }

    @Test
    void forgedTokenIsRefused() {
        String token = TestTokens.shared().token("ada", "steward");
        String forged = token.substring(0, token.length() - 8) + "AAAAAAAA";

        problem(bearer(forged).get("/api/samples/steward").then(), 401, "not-signed-in");
    }

    @Test
    void rolesOpenScreens() {
        problem(
                bearer(TestTokens.shared().token("ada", "holder"))
                        .get("/api/samples/steward")
                        .then(),
                403,
                "forbidden");
        bearer(TestTokens.shared().token("ada", "steward"))
                .get("/api/samples/steward")
                .then()
                .statusCode(200)
                .body(equalTo("ada"));
    }

    @Test
    void somebodyElsesWalletIsRefused() {
        problem(
                bearer(TestTokens.shared().token("ada", "holder"))
                        .get("/api/samples/wallet")
                        .then(),
                403,
                "wallet-not-linked");
    }

    @Test
    void browserGetsAPage() {
        given().accept("text/html")
                .get("/nothing-here")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("there is nothing at this address"))
                .body(containsString("<nav class=\"sections\""));
    }

    private static RequestSpecification bearer(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String slug) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:spheron:problem:" + slug))
                .body("status", equalTo(status))
                .body("title", not(equalTo("")))
                .body("detail", not(equalTo("")));
    }
}

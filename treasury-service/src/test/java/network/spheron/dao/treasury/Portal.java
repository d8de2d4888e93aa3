package network.spheron.dao.treasury;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import network.spheron.dao.testing.TestChain;

/** The service as its users see it: API and pages. */
public final class Portal {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private Portal() {}

    public static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    public static String page(String path) {
        return given().accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }

    /** Waits until what stands at a path is as it should be, while the chain goes on. */
    public static JsonPath until(String path, Predicate<JsonPath> expected) {
        return await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .conditionEvaluationListener(condition -> TestChain.shared().mine(1))
                .until(
                        () -> given().get(path),
                        answer -> answer.statusCode() == 200 && expected.test(answer.jsonPath()))
                .jsonPath();
    }

    public static String payout(BigInteger agreement, int milestone) {
        return "/api/payouts/" + agreement + "/" + milestone;
    }

    public static JsonPath untilPayout(BigInteger agreement, int milestone, String status) {
        return until(payout(agreement, milestone), payout -> status.equals(payout.getString("status")));
    }

    /** A figure of a budget line. */
    public static BigInteger line(String name, String figure) {
        return new BigInteger(get("/api/treasury/lines").getString("find { it.name == '" + name + "' }." + figure));
    }

    /** The balance of a ledger account; zero when it has no postings. */
    public static BigInteger balance(String account) {
        String balance = get("/api/ledger/accounts").getString("find { it.account == '" + account + "' }?.balance");
        return balance == null ? BigInteger.ZERO : new BigInteger(balance);
    }

    /** Waits for a comparison of ledger and chain at or after a block; returns whether it found no difference. */
    public static boolean isCleanFrom(long block) {
        return until(
                        "/api/treasury/reconciliation",
                        last -> last.get("blockNumber") != null && last.getLong("blockNumber") >= block)
                .getBoolean("clean");
    }

    /** The agreements of a mandate, oldest first, once there are that many. */
    public static List<BigInteger> agreements(BigInteger mandateId, int count) {
        return until(
                        "/api/mandates/" + mandateId + "/agreements",
                        list -> list.getList("$").size() == count)
                .getList("agreementId", String.class)
                .stream()
                .map(BigInteger::new)
                .sorted()
                .toList();
    }
}

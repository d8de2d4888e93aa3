package network.spheron.dao.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.AwardContested;
import network.spheron.dao.events.ElectionDecided;
import network.spheron.dao.events.ElectionOpened;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.PlatformResource;
import network.spheron.dao.testing.platform.TestDao;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "governance"))
class ElectionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PERIOD = TestDao.SHORTEST_PERIOD * 10L;
    private static final int YES = 1;
    private static final int NO = 2;
    private static final int ABSTAIN = 3;

    @Inject
    ChainReader chain;

    @Inject
    Tables tables;

    private final List<Member> holders = Members.holders();
    private BigInteger mandateId = BigInteger.ZERO;

    @Test
    void approvedBidsWinBestFirstAsLongAsTheyFit() {
        grantMandate();
        BiddingStory bidding = new BiddingStory(chain, mandateId)
                .granted(Keccak.hash(String.valueOf(Terms.sip("An election").get("text"))));
        pageSaysWhyNobodyCanVoteYet();
        bidding.opened().bids(60_000_000_000L, 50_000_000_000L, 40_000_000_000L, 30_000_000_000L);
        awaits("VOTING");

        ballotsAreTakenSingly();
        badBallotsAreRefusedAndChangeNothing();
        laterBallotReplacesTheEarlier();
        ownTransactionCounts();
        pageShowsBallotAndResult();
        talliesEqualTheContracts();

        TestChain.shared().advance(Duration.ofSeconds(PERIOD));
        awaits("STANDSTILL");
        outcomesFollowTheRule();
        decisionIsPublished();
        assertThat(page(holders.get(1).asks())).contains("The vote has ended.");
        anObjectionSuspendsTheAward();
        TestChain.shared().advance(Duration.ofSeconds(Math.max(PERIOD, TestDao.OBJECTION_PERIOD)));
        awaits("AWARDED");
        assertThat(shown().getString("objection.status")).isEqualTo("LAPSED");
    }

    private ValidatableResponse objects(Member holder, String reason, int status) {
        return holder.post(
                        "/api/elections/" + mandateId + "/objection-transaction",
                        Map.of("wallet", holder.address(), "reason", reason))
                .then()
                .statusCode(status);
    }

    private void anObjectionSuspendsTheAward() {
        String reason = "The winner has not done this before.";
        String reasonHash = Keccak.hash(reason);
        Member holder = holders.get(2).linksWallet();
        assertThat(page(holder.asks())).contains("Object from my wallet");
        objects(Members.stranger().linksWallet(), reason, 409).body("detail", containsString("this wallet had 0"));
        objects(holder, " ", 400).body("detail", containsString("reason"));
        JsonPath objection = objects(holder, reason, 200).extract().jsonPath();
        assertThat(objection.getString("data"))
                .isEqualTo(BidElection.objectToAward(mandateId, reasonHash).data());
        holder.post("/api/elections/" + mandateId + "/objection-reasons", Map.of("reason", reason))
                .then()
                .statusCode(204);
        holder.sends(objection.getString("to"), objection.getString("data"));
        awaits("OBJECTED");
        assertThat(page(given())).contains("has objected to the award", "“" + reason + "”");
        assertThat(shown().getString("objection.objector")).isEqualTo(holder.address());
        assertThat(shown().getString("objection.status")).isEqualTo("LIVE");
        objects(holder, reason, 409).body("detail", containsString("one at most"));
        AwardContested contested = PublishedEvents.of(AwardContested.class, mandateId.toString());
        assertThat(contested.status()).isEqualTo("LIVE");
        assertThat(contested.reasonHash()).isEqualTo(reasonHash);
        assertThat(shown().getLong("windows.objectionEnds")).isEqualTo(contested.objectionEnds());
    }

    private void grantMandate() {
        SipStory sip = SipStory.drafted(holders.get(7).linksWallet(), Terms.sip("An election"));
        sip.finalized().proposed().inVoting();
        sip.votes(List.of(sip.signedVote(holders.get(1), 1)));
        sip.counted(1);
        sip.afterVoting().executed();
        mandateId = chain.call(ContractName.TREASURY, Treasury.mandateCount());
    }

    private void pageSaysWhyNobodyCanVoteYet() {
        awaits("BEFORE");
        assertThat(page(given()))
                .contains("No bids on the ballot", "The election opens once the bids have been reviewed.");
    }

    private void ballotsAreTakenSingly() {
        JsonPath answer = relay(List.of(
                        ballot(holders.get(1), 1, YES, YES, YES, NO),
                        ballot(holders.get(2), 1, YES, YES, NO, NO),
                        ballot(holders.get(3), 1, NO, NO, NO, NO),
                        ballot(Members.stranger(), 1, YES, 0, 0, 0),
                        Map.of(
                                "voter",
                                holders.get(4).address(),
                                "sequence",
                                "1",
                                "choices",
                                "0x01",
                                "signature",
                                "0x" + "22".repeat(65))))
                .statusCode(202)
                .extract()
                .jsonPath();

        assertThat(answer.getList("results.accepted", Boolean.class)).containsExactly(true, true, true, false, false);
        assertThat(answer.getString("results[3].problem")).isEqualTo("urn:spheron:problem:no-voting-power");
        assertThat(answer.getString("results[4].problem")).isEqualTo("urn:spheron:problem:bad-signature");
        counted(3);
    }

    private void badBallotsAreRefusedAndChangeNothing() {
        Member voter = holders.get(6);
        Map<String, Object> good = ballot(voter, 1, YES, YES, YES, YES);
        Map<String, String> before = tables.fingerprints();

        refused(changed(good, "voter", holders.get(5).address()), 422, "bad-signature");
        refused(changed(good, "sequence", "2"), 422, "bad-signature");
        refused(changed(good, "choices", "0x00"), 422, "bad-signature");
        refused(
                ballot(1L, TestDao.addresses().address(ContractName.BID_ELECTION), voter, 1, YES),
                422,
                "bad-signature");
        refused(ballot(TestChain.CHAIN_ID, voter.address(), voter, 1, YES), 422, "bad-signature");
        refused(changed(good, "choices", "0x5555"), 400, "invalid-request");
        refused(changed(good, "choices", "ja"), 400, "invalid-request");
        refused(changed(good, "sequence", "0"), 400, "invalid-request");
        refused(changed(good, "sequence", "-1"), 400, "invalid-request");
        refused(changed(good, "sequence", "18446744073709551616"), 400, "invalid-request");
        refused(ballot(holders.get(1), 1, NO, NO, NO, NO), 409, "older-ballot");
        assertThat(tables.fingerprints()).isEqualTo(before);
    }

    private void refused(Map<String, Object> ballot, int status, String type) {
        relay(List.of(ballot)).statusCode(status).body("type", equalTo("urn:spheron:problem:" + type));
    }

    private static Map<String, Object> changed(Map<String, Object> ballot, String field, String value) {
        Map<String, Object> changed = new HashMap<>(ballot);
        changed.put(field, value);
        return changed;
    }

    private void laterBallotReplacesTheEarlier() {
        relay(List.of(ballot(holders.get(3), 2, YES, ABSTAIN, YES, NO))).statusCode(202);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(shown().getString("bids[1].abstain")).isEqualTo(TestDao.HOLDING.toString()));

        relay(List.of(ballot(holders.get(3), 1, NO, NO, NO, NO)))
                .statusCode(409)
                .body("type", equalTo("urn:spheron:problem:older-ballot"));
    }

    private void ownTransactionCounts() {
        Member voter = holders.get(5);
        JsonPath transaction = voter.asks()
                .queryParam("voter", voter.address())
                .queryParam("choices", packed(YES, 0, 0, 0))
                .get(path("/ballot-transaction"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        voter.sends(transaction.getString("to"), transaction.getString("data"));
        counted(4);
    }

    private void pageShowsBallotAndResult() {
        assertThat(page(given()))
                .contains("Bid number 2", "Would win", "Approved, over budget", "Not approved yet", "Sign in to vote.");
        assertThat(page(holders.get(1).linksWallet().asks())).contains("Sign my ballot");
        assertThat(page(Members.stranger().linksWallet().asks()))
                .contains("had no voting power")
                .doesNotContain("Sign my ballot");
    }

    private String page(RequestSpecification reader) {
        return reader.accept("text/html")
                .get("/elections/" + mandateId)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private void talliesEqualTheContracts() {
        JsonPath shown = shown();
        for (int bid = 0; bid < 4; bid++) {
            BidElection.TallyResult tally =
                    chain.call(ContractName.BID_ELECTION, BidElection.tally(mandateId, BigInteger.valueOf(bid)));
            assertThat(shown.getString("bids[" + bid + "].yes"))
                    .isEqualTo(tally.yes().toString());
            assertThat(shown.getString("bids[" + bid + "].no"))
                    .isEqualTo(tally.no().toString());
        }
    }

    private void outcomesFollowTheRule() {
        assertThat(shown().getList("bids.outcome", String.class))
                .containsExactly("Won", "Over Budget", "Won", "Approval Threshold");
        assertThat(shown().getString("awarded")).isEqualTo("100000000000");
        assertThat(chain.call(ContractName.BID_ELECTION, BidElection.winners(mandateId)))
                .containsExactly(0, 2);
    }

    private void decisionIsPublished() {
        ElectionOpened opened = PublishedEvents.of(ElectionOpened.class, mandateId.toString());
        assertThat(opened.bidsOnBallot()).containsExactly(0, 1, 2, 3);
        ElectionDecided decided = PublishedEvents.of(ElectionDecided.class, mandateId.toString());
        assertThat(decided.winners()).containsExactly(0, 2);
        assertThat(decided.results()).hasSize(4);
        assertThat(decided.results().get(1).approved()).isTrue();
        assertThat(decided.results().get(1).won()).isFalse();
    }

    private ValidatableResponse relay(List<Map<String, Object>> ballots) {
        return holders.get(7).post(path("/ballots"), Map.of("ballots", ballots)).then();
    }

    private Map<String, Object> ballot(Member voter, long sequence, int... choices) {
        return ballot(
                TestChain.CHAIN_ID, TestDao.addresses().address(ContractName.BID_ELECTION), voter, sequence, choices);
    }

    private Map<String, Object> ballot(long chainId, String contract, Member voter, long sequence, int... choices) {
        String packed = packed(choices);
        TypedData typed = TypedData.of(
                new SigningDomain("BidElection", "1", chainId, contract),
                "Ballot(uint256 mandateId,address voter,uint256 sequence,bytes choices)",
                Map.of("mandateId", mandateId, "voter", voter.address(), "sequence", sequence, "choices", packed));
        return Map.of(
                "voter",
                voter.address(),
                "sequence",
                Long.toString(sequence),
                "choices",
                packed,
                "signature",
                voter.wallet().sign(typed.digest()));
    }

    /** Four bids fit one byte, bid 0 in its lowest bits. */
    private static String packed(int... choices) {
        int bits = 0;
        for (int bid = 0; bid < choices.length; bid++) {
            bits |= choices[bid] << (2 * bid);
        }
        return String.format("0x%02x", bits);
    }

    private void counted(int ballots) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown().getInt("ballots")).isEqualTo(ballots));
    }

    private void awaits(String status) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(given().get(path("")).jsonPath().getString("status"))
                        .isEqualTo(status));
    }

    private JsonPath shown() {
        return given().get(path("")).then().statusCode(200).extract().jsonPath();
    }

    private String path(String rest) {
        return "/api/elections/" + mandateId + rest;
    }
}

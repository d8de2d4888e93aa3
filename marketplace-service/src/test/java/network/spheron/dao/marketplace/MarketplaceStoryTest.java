package network.spheron.dao.marketplace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.events.AwardContested;
import network.spheron.dao.events.BidResult;
import network.spheron.dao.events.ElectionDecided;
import network.spheron.dao.events.ElectionOpened;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.Test;

/** The marketplace's part of the main job, from a mandate to the last approval, on the real contracts. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class MarketplaceStoryTest {
    /** Not the contractor whose wallet a steward of {@link BadInputScene} once had. */
    private static final int WINNER = 3;

    private static final String REASON = "The budget pays for work that was done before.";

    @Inject
    Market market;

    @Inject
    Surroundings around;

    @Inject
    ChainReader chain;

    @Test
    void aMandateBecomesPaidWork() {
        Person winner = market.contractor(WINNER);
        Person loser = market.contractor(1);
        Person disqualified = market.contractor(2);
        BigInteger mandateId = market.openWorkstream("Developer tooling", Market.Periods.SHORT, 2);

        String winning = market.relayed(winner, mandateId, "A debugger", 400_000);
        String losing = market.relayed(loser, mandateId, "A linter", 500_000);
        String direct = committedDirectly(disqualified, mandateId);
        unknownCommitment(loser, mandateId);
        sealedTermsAreForTheBidderOnly(mandateId, winning, winner, loser);
        pagesLetTheContractorBid(mandateId, winning, winner);

        bidsAreRevealed(mandateId, List.of(winning, losing, direct));
        bidIsDisqualified(mandateId, direct);
        electionIsHeld(mandateId, winning, losing);

        BigInteger agreementId = market.agree(mandateId, winner.sees("/api/bids/" + winning));
        assertThat(market.agreement(agreementId).getString("status")).isEqualTo("active");
        pageLetsTheContractorSubmit(agreementId, winner);
        firstRoundIsSentBack(winner, agreementId);
        secondRoundIsApproved(winner, agreementId);
        milestoneIsPaid(agreementId);
        otherMilestoneIsRefunded(winner, agreementId);
        pagesShowIt(mandateId, winning, agreementId);
    }

    private String committedDirectly(Person bidder, BigInteger mandateId) {
        JsonPath prepared = market.prepared(bidder, mandateId, market.bid(bidder, "Old work", 300_000));
        around.send(bidder.address(), prepared.getString("direct.to"), prepared.getString("direct.data"));
        String bidId = prepared.getString("bidId");
        bidder.posts("/api/workstreams/" + mandateId + "/bids", Map.of("bidId", bidId, "direct", true), 202);
        market.awaitBid(bidder, bidId, "committed");
        return bidId;
    }

    private void unknownCommitment(Person bidder, BigInteger mandateId) {
        around.send(bidder.address(), ContractName.BID_BOOK, BidBook.commit(mandateId, "0x" + "cd".repeat(32)));
        around.eventually(() -> market.workstream(mandateId).getList("bids").size() == 4);
    }

    private void sealedTermsAreForTheBidderOnly(BigInteger mandateId, String bidId, Person bidder, Person competitor) {
        assertThat(bidder.sees("/api/bids/" + bidId).getString("terms.price")).isEqualTo("400000");
        assertThat(bidder.sees("/api/bids?mine=true").getString("find { it.bidId == '" + bidId + "' }.terms.title"))
                .isEqualTo("A debugger");
        for (String seen : List.of(
                competitor.get("/api/bids/" + bidId).asString(),
                competitor.get("/api/bids?mine=true").asString(),
                RestAssured.get("/api/bids/" + bidId).asString(),
                RestAssured.get("/api/workstreams/" + mandateId).asString(),
                RestAssured.get("/bids/" + bidId).asString(),
                RestAssured.get("/workstreams/" + mandateId).asString())) {
            assertThat(seen).doesNotContain("400000", "400,000", "A debugger", "First half of it");
        }
    }

    private void pagesLetTheContractorBid(BigInteger mandateId, String bidId, Person bidder) {
        for (String page : List.of("/bids/" + bidId, "/contractor")) {
            assertThat(bidder.get(page).then().statusCode(200).extract().asString())
                    .contains("A debugger");
        }
        assertThat(bidder.get("/bids/" + bidId).asString()).contains(signedBy(bidder));
        assertThat(RestAssured.get("/bids/" + bidId).asString()).contains("Only the bidder can do this.");
        String path = "/workstreams/" + mandateId + "/bid";
        assertThat(bidder.get(path).then().statusCode(200).extract().asString()).contains("Sign and send my bid");
        JsonPath signed = bidder.submits(
                path + "/request",
                Map.of(
                        "wallet", bidder.address(),
                        "title", "A profiler",
                        "text", "Fast",
                        "price", "0.25",
                        "payee", "",
                        "title1", "All of it",
                        "amount1", "0.25",
                        "days1", "30"));
        assertThat(signed.getString("typedData.message.terms.price")).isEqualTo("250000");
        assertThat(signed.getList("words")).isNotEmpty();
        assertThat(signed.getString("fields.bidId")).isNotBlank();
    }

    private void bidsAreRevealed(BigInteger mandateId, List<String> bidIds) {
        market.passBidding(mandateId);
        for (String bidId : bidIds) {
            around.eventually(() -> "revealed"
                    .equals(RestAssured.get("/api/bids/" + bidId).jsonPath().getString("status")));
        }
        assertThat(market.workstream(mandateId).getString("bids.find { it.bidIndex == 0 }.title"))
                .isEqualTo("A debugger");
        market.passReveal(mandateId);
        around.eventually(() ->
                "unrevealed".equals(market.workstream(mandateId).getString("bids.find { it.bidIndex == 3 }.status")));
        assertThat(market.status(mandateId)).isEqualTo("review");
    }

    private void bidIsDisqualified(BigInteger mandateId, String bidId) {
        JsonPath bid = RestAssured.get("/api/bids/" + bidId).jsonPath();
        long expiry = market.workstream(mandateId).getLong("windows.reviewEnds");
        for (int i = 1; i >= 0; i--) {
            Person steward = market.steward(i);
            assertThat(steward.sees("/api/steward/queue").getList("bidIndex")).contains(bid.getInt("bidIndex"));
            assertThat(steward.get("/steward").then().statusCode(200).extract().asString())
                    .contains(bid.getString("terms.title"))
                    .contains("Only your wallet");
            market.disqualifies(steward, mandateId, bidId, REASON, expiry);
        }
        around.eventually(() -> "disqualified"
                .equals(RestAssured.get("/api/bids/" + bidId).jsonPath().getString("status")));
        assertThat(RestAssured.get("/api/bids/" + bidId).jsonPath().getString("disqualificationReason"))
                .isEqualTo(REASON);
    }

    private void electionIsHeld(BigInteger mandateId, String winning, String losing) {
        market.passReview(mandateId);
        // Bid 0 yes, bid 1 no.
        BidElection.ElectionResult decided = market.elect(mandateId, "0x09", List.of(0));
        around.publish(new ElectionOpened(
                mandateId, decided.votingStarts(), decided.votingEnds(), decided.snapshot(), List.of(0, 1)));
        around.publish(new ElectionDecided(
                mandateId,
                List.of(result(mandateId, 0, true), result(mandateId, 1, false)),
                List.of(0),
                decided.awarded(),
                decided.standstillEnds(),
                Market.NO_HASH));
        around.eventually(() -> market.status(mandateId).equals("standstill"));
        assertThat(RestAssured.get("/api/bids/" + winning).jsonPath().getString("status"))
                .isEqualTo("won");
        assertThat(RestAssured.get("/api/bids/" + losing).jsonPath().getString("result.reason"))
                .contains("does not exceed no");
        awardIsContestedAndStands(mandateId, decided.standstillEnds());
        around.passUntil(decided.standstillEnds());
        assertThat(market.status(mandateId)).isEqualTo("awarded");
    }

    private void awardIsContestedAndStands(BigInteger mandateId, long standstillEnds) {
        long now = around.now();
        around.publish(new AwardContested(mandateId, "LIVE", Market.NO_HASH, now + 1_000_000, now + 1_000_000));
        around.eventually(() -> market.status(mandateId).equals("objected"));
        assertThat(RestAssured.get("/workstreams/" + mandateId).asString())
                .contains("There is an objection to the award");
        around.publish(new AwardContested(mandateId, "DISMISSED", Market.NO_HASH, now, standstillEnds));
        around.eventually(() -> market.status(mandateId).equals("standstill"));
    }

    private BidResult result(BigInteger mandateId, int bidIndex, boolean won) {
        BidElection.TallyResult tally =
                chain.call(ContractName.BID_ELECTION, BidElection.tally(mandateId, BigInteger.valueOf(bidIndex)));
        return new BidResult(bidIndex, tally.yes(), tally.no(), BigInteger.ZERO, won, won);
    }

    private void pageLetsTheContractorSubmit(BigInteger agreementId, Person contractor) {
        String path = "/agreements/" + agreementId;
        assertThat(contractor.get(path).asString())
                .contains(signedBy(contractor), "name=\"evidenceHash0\" data-field=\"evidenceHash\"");
        assertThat(RestAssured.get(path).asString()).contains("Sign in as the contractor to submit it.");
    }

    /** How a form says that one wallet must sign it. */
    private static String signedBy(Person person) {
        return "data-wallet=\"" + person.address() + "\"";
    }

    private void firstRoundIsSentBack(Person contractor, BigInteger agreementId) {
        market.submit(contractor, agreementId, 0, "First try");
        assertThat(market.decides(market.steward(0), agreementId, 0, "APPROVE", "")
                        .getInt("collected"))
                .isEqualTo(1);
        market.decides(market.steward(1), agreementId, 0, "SEND_BACK", "The tests are missing.");
        market.decides(market.steward(2), agreementId, 0, "SEND_BACK", "The tests are missing.");
        around.eventually(() -> market.milestone(agreementId, 0).equals("sent_back"));
        assertThat(market.agreement(agreementId).getString("milestones[0].rounds[0].reason"))
                .isEqualTo("The tests are missing.");
    }

    private void secondRoundIsApproved(Person contractor, BigInteger agreementId) {
        market.submit(contractor, agreementId, 0, "With tests");
        assertThat(market.steward(1)
                        .get("/steward")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("With tests");
        assertThat(contractor
                        .get("/agreements/" + agreementId)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("The tests are missing.", "With tests", "None of your wallets is a steward on chain.");
        // The approval of round 1 does not count here.
        assertThat(market.decides(market.steward(1), agreementId, 0, "APPROVE", "")
                        .getInt("collected"))
                .isEqualTo(1);
        assertThat(market.milestone(agreementId, 0)).isEqualTo("submitted");
        market.decides(market.steward(2), agreementId, 0, "APPROVE", "");
        around.eventually(() -> market.milestone(agreementId, 0).equals("approved"));
    }

    private void milestoneIsPaid(BigInteger agreementId) {
        around.passUntil(market.agreement(agreementId).getLong("milestones[0].challengeEnds"));
        around.send(
                market.contractor(1).address(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.release(agreementId, BigInteger.ZERO));
        around.eventually(() -> market.milestone(agreementId, 0).equals("paid"));
        assertThat(market.agreement(agreementId).getString("paid")).isEqualTo("200000");
    }

    private void otherMilestoneIsRefunded(Person contractor, BigInteger agreementId) {
        market.submit(contractor, agreementId, 1, "Nothing to see");
        market.decides(market.steward(1), agreementId, 1, "REJECT", REASON);
        market.decides(market.steward(2), agreementId, 1, "REJECT", REASON);
        around.eventually(() -> market.milestone(agreementId, 1).equals("rejected"));
        assertThat(RestAssured.get("/agreements/" + agreementId).asString())
                .contains("its amount goes back to the treasury");
        around.passUntil(market.agreement(agreementId).getLong("milestones[1].challengeEnds"));
        around.send(
                market.contractor(1).address(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.refund(agreementId, BigInteger.ONE));
        around.eventually(() -> market.milestone(agreementId, 1).equals("refunded"));
        assertThat(market.agreement(agreementId).getString("refunded")).isEqualTo("200000");
        assertThat(market.agreement(agreementId).getString("status")).isEqualTo("completed");
        // Half was paid, half is back: nothing is reserved any more.
        assertThat(RestAssured.get("/agreements/" + agreementId).asString())
                .contains("Paid 0.20, reserved 0, free 0.20 of 0.40");
    }

    private void pagesShowIt(BigInteger mandateId, String bidId, BigInteger agreementId) {
        for (String page : List.of(
                "/workstreams",
                "/workstreams?status=awarded",
                "/workstreams?status=open",
                "/workstreams/" + mandateId,
                "/workstreams/" + mandateId + "/bid",
                "/bids/" + bidId,
                "/agreements?mandate=" + mandateId,
                "/agreements/" + agreementId)) {
            given().get(page).then().statusCode(200);
        }
        Person contractor = market.contractor(WINNER);
        assertThat(contractor
                        .get("/contractor")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("A debugger");
        market.steward(0).get("/steward").then().statusCode(200);
    }
}

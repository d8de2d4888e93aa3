package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.Map;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signatures that came to nothing do not keep a steward from signing again. Every test has a bid in review of its own. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class StewardDecisionTest {
    private static final String REASON = "Not what was asked for.";

    @Inject
    Market market;

    @Inject
    Surroundings around;

    private BigInteger mandateId = BigInteger.ZERO;
    private String bidId = "";
    private long reviewEnds;

    @BeforeEach
    void bringABidIntoReview() {
        Person bidder = market.contractor(1);
        Market.Periods periods = new Market.Periods(600, 600, 30 * Market.Periods.DAY, 600);
        mandateId = market.openWorkstream("Work in review", periods, 1);
        bidId = market.relayed(bidder, mandateId, "Under review", 1_000);
        market.passBidding(mandateId);
        market.awaitBid(bidder, bidId, "revealed");
        market.passReveal(mandateId);
        reviewEnds = market.workstream(mandateId).getLong("windows.reviewEnds");
    }

    @Test
    void decisionThatItsContractRefusedIsSignedAndSentAgain() {
        disqualifies(0, reviewEnds);
        around.whileRefusing(ContractName.BID_BOOK, () -> {
            String submission = disqualifies(1, reviewEnds).getString("submission.id");
            around.eventually(() -> "REFUSED"
                    .equals(market.steward(1)
                            .sees("/api/submissions/" + submission)
                            .getString("status")));
        });
        assertThat(maySign(1)).isTrue();

        JsonPath again = disqualifies(1, reviewEnds);

        assertThat(again.getString("submission.status")).isEqualTo("ACCEPTED");
        market.awaitBid(market.contractor(1), bidId, "disqualified");
    }

    @Test
    void signatureThatHasExpiredIsReplacedByANewOne() {
        long soon = around.now() + 600;
        disqualifies(0, soon);
        assertThat(maySign(0)).isFalse();
        around.passUntil(soon);
        assertThat(disqualifies(1, reviewEnds).getInt("collected")).isEqualTo(1);
        assertThat(maySign(0)).isTrue();

        assertThat(disqualifies(0, reviewEnds).getInt("collected")).isEqualTo(2);

        market.awaitBid(market.contractor(1), bidId, "disqualified");
    }

    @Test
    void bidThatAVoteReadmitsIsOnItsWayToTheBallotAgain() {
        disqualifies(0, reviewEnds);
        disqualifies(1, reviewEnds);
        market.awaitBid(market.contractor(1), bidId, "disqualified");

        around.decree(ContractName.BID_BOOK, BidBook.readmit(mandateId, BigInteger.ZERO));

        market.awaitBid(market.contractor(1), bidId, "revealed");
        assertThat(market.contractor(1).sees("/api/bids/" + bidId).getString("disqualificationReason"))
                .isNull();
        assertThat(market.steward(2)
                        .post(
                                "/api/workstreams/" + mandateId + "/bids/0/disqualification-request",
                                Map.of("steward", market.steward(2).address(), "reason", REASON))
                        .asString())
                .contains("A vote has readmitted this bid");
    }

    private JsonPath disqualifies(int steward, long expiry) {
        return market.disqualifies(market.steward(steward), mandateId, bidId, REASON, expiry);
    }

    private boolean maySign(int steward) {
        return market.steward(steward)
                .sees("/api/steward/queue")
                .getBoolean("find { it.mandateId == '" + mandateId + "' }.actions[0].allowed");
    }
}

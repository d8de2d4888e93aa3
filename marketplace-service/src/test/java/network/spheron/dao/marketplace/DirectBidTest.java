package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bids that reach the chain before anybody gave their terms to the portal. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class DirectBidTest {
    @Inject
    Market market;

    @Inject
    Surroundings around;

    private Person bidder;
    private BigInteger mandateId = BigInteger.ZERO;
    private Map<String, Object> terms = Map.of();

    @BeforeEach
    void commitDirectly() {
        bidder = market.contractor(1);
        terms = new HashMap<>(market.bid(bidder, "Straight to the chain", 1_000));
        terms.put("salt", "0x" + "5a".repeat(32));
        // A commitment does not depend on the mandate: under another one its bidder learns it without telling this one.
        BigInteger other = market.openWorkstream("Other work", Market.Periods.SHORT, 1);
        String commitment = market.prepared(bidder, other, terms).getString("commitment");
        mandateId = market.openWorkstream("Work", Market.Periods.SHORT, 2);
        around.send(bidder.address(), ContractName.BID_BOOK, BidBook.commit(mandateId, commitment));
        around.eventually(() -> market.workstream(mandateId).getList("bids").size() == 1);
    }

    @Test
    void termsGivenWhileBiddingIsOpenAreThoseOfTheBidOnChain() {
        String prepared = market.prepared(bidder, mandateId, terms).getString("bidId");

        assertThat(ownStatuses()).containsExactly("committed");
        assertThat(bidder.sees("/api/bids/" + prepared).getString("status")).isEqualTo("committed");
        bidder.posts("/api/workstreams/" + mandateId + "/bids", Map.of("bidId", prepared, "direct", true), 202);

        market.passBidding(mandateId);
        around.eventually(() -> ownStatuses().equals(List.of("revealed")));
    }

    @Test
    void termsGivenToRevealItLeaveNoDraftBehind() {
        String bidId = market.workstream(mandateId).getString("bids[0].bidId");
        market.passBidding(mandateId);

        bidder.posts("/api/bids/" + bidId + "/reveal", terms, 202);

        around.eventually(() -> ownStatuses().contains("revealed"));
        assertThat(ownStatuses()).containsExactly("revealed");
    }

    private List<String> ownStatuses() {
        JsonPath own = bidder.sees("/api/bids?mine=true");
        return own.getList("findAll { it.mandateId == '" + mandateId + "' }.status");
    }
}

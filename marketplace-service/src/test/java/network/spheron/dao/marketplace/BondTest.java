package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.testing.TestChain;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.Test;

/** Bonds: taken with the bidder's permit, given back at the reveal, lost by a bid that is never revealed. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class BondTest {
    private static final BigInteger BOND = BigInteger.TEN.pow(20);

    @Inject
    Market market;

    @Inject
    Surroundings around;

    @Inject
    ChainReader chain;

    @Test
    void bondIsTakenByPermitAndSettledByTheKeeper() {
        Person honest = market.contractor(0);
        Person silent = market.contractor(1);
        BigInteger mandateId = market.openWorkstream("Bonded work", Market.Periods.SHORT, 1, BOND);
        BigInteger before = balance(honest);

        String bidId = bidWithPermit(honest, mandateId);
        assertThat(balance(honest)).isEqualTo(before.subtract(BOND));
        commitOnly(silent, mandateId);
        BigInteger treasury = balance(chain.address(ContractName.TREASURY));

        market.passBidding(mandateId);
        market.awaitBid(honest, bidId, "revealed");
        assertThat(balance(honest)).isEqualTo(before);
        market.passReveal(mandateId);
        around.eventually(() -> balance(chain.address(ContractName.TREASURY)).equals(treasury.add(BOND)));
    }

    @Test
    void expiredPermitIsRefused() {
        Person bidder = market.contractor(3);
        BigInteger mandateId = market.openWorkstream("More bonded work", Market.Periods.SHORT, 1, BOND);
        JsonPath prepared = market.prepared(bidder, mandateId, market.bid(bidder, "Late", 1_000));
        Map<String, Object> submitted = submission(bidder, mandateId, prepared, around.now() - 1);

        bidder.post("/api/workstreams/" + mandateId + "/bids", submitted)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:spheron:problem:signature-expired"));
    }

    private String bidWithPermit(Person bidder, BigInteger mandateId) {
        JsonPath prepared = market.prepared(bidder, mandateId, market.bid(bidder, "With a bond", 1_000));
        long deadline = Long.parseLong(prepared.getString("permit.message.deadline"));
        assertThat(prepared.getString("permit.message.value")).isEqualTo(BOND.toString());
        bidder.posts("/api/workstreams/" + mandateId + "/bids", submission(bidder, mandateId, prepared, deadline), 202);
        String bidId = prepared.getString("bidId");
        market.awaitBid(bidder, bidId, "committed");
        return bidId;
    }

    private Map<String, Object> submission(Person bidder, BigInteger mandateId, JsonPath prepared, long deadline) {
        Map<String, Object> submission = new HashMap<>();
        submission.put("bidId", prepared.getString("bidId"));
        submission.put("signature", market.signature(bidder, mandateId, prepared.getString("commitment")));
        submission.put(
                "permit",
                Map.of("value", BOND.toString(), "deadline", deadline, "signature", permit(bidder, deadline)));
        return submission;
    }

    private String permit(Person bidder, long deadline) {
        TypedData permit = TypedData.of(
                new SigningDomain(
                        chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.name()),
                        "1",
                        TestChain.CHAIN_ID,
                        chain.address(ContractName.GOVERNANCE_TOKEN)),
                "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)",
                Map.of(
                        "owner",
                        bidder.address(),
                        "spender",
                        chain.address(ContractName.BID_BOOK),
                        "value",
                        BOND,
                        "nonce",
                        chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.nonces(bidder.address())),
                        "deadline",
                        deadline));
        return bidder.wallet().sign(permit.digest());
    }

    private void commitOnly(Person bidder, BigInteger mandateId) {
        around.send(
                bidder.address(),
                ContractName.GOVERNANCE_TOKEN,
                GovernanceToken.approve(chain.address(ContractName.BID_BOOK), BOND));
        around.send(bidder.address(), ContractName.BID_BOOK, BidBook.commit(mandateId, "0x" + "77".repeat(32)));
        around.eventually(() -> RestAssured.get("/api/workstreams/" + mandateId)
                        .jsonPath()
                        .getList("bids")
                        .size()
                == 2);
    }

    private BigInteger balance(Person person) {
        return balance(person.address());
    }

    private BigInteger balance(String address) {
        return chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.balanceOf(address));
    }
}

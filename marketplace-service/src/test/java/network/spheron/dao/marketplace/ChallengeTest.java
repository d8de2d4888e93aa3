package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.testing.TestKeys;
import network.spheron.dao.testing.TestKeys.TestKey;
import network.spheron.dao.testing.platform.PlatformResource;
import network.spheron.dao.testing.platform.TestDao;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decision about a milestone is challenged from the person's own wallet, as the portal prepares it. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class ChallengeTest {
    private static final String WORDS = "The benchmark in the evidence cannot be repeated.";

    @Inject
    Market market;

    @Inject
    Surroundings around;

    @Inject
    DirectWork work;

    private BigInteger agreementId = BigInteger.ZERO;

    @BeforeEach
    void makeAnAgreement() {
        agreementId = work.agreement(false, 100);
    }

    @Test
    void holderOfManyVotesChallengesAnApproval() {
        Person holder = linked("holder-of-votes", TestDao.holders().get(0));
        work.approved(agreementId, 0);

        JsonPath prepared = holder.posts(path("challenge-request"), challenge(holder, WORDS), 200);
        assertThat(prepared.getString("bond")).isEqualTo("0");
        assertThat(prepared.<Object>get("allowBond")).isNull();
        holder.post(path("challenge-reasons"), Map.of("reason", WORDS)).then().statusCode(204);
        sends(holder, prepared, "challenge");

        work.awaitStatus(agreementId, 0, "challenged");
        assertThat(reason()).isEqualTo("Challenged by " + holder.address() + ": “" + WORDS + "”");
    }

    @Test
    void anyoneElseLetsTheEscrowTakeABondFirst() {
        Person bidder = linked("small-holder", TestKeys.key(98));
        around.send(
                TestDao.holders().get(2).address(),
                ContractName.GOVERNANCE_TOKEN,
                GovernanceToken.transfer(bidder.address(), BigInteger.TEN.pow(21)));
        work.submitted(agreementId, 0);
        work.vote(MilestoneEscrow.reject(agreementId, BigInteger.ZERO, BigInteger.ONE, DirectWork.REASON, List.of()));
        work.awaitStatus(agreementId, 0, "rejected");

        JsonPath first = bidder.posts(path("challenge-request"), challenge(bidder, WORDS), 200);
        assertThat(new BigInteger(first.getString("bond"))).isPositive();
        assertThat(pageAsks(bidder).getString("fields.step")).isEqualTo("bond");
        sends(bidder, first, "allowBond");
        around.eventually(() -> bidder.posts(path("challenge-request"), challenge(bidder, WORDS), 200)
                        .get("allowBond")
                == null);
        assertThat(pageAsks(bidder).getString("transaction.data")).isEqualTo(first.getString("challenge.data"));
        sends(bidder, first, "challenge");

        work.awaitStatus(agreementId, 0, "challenged");
        assertThat(reason()).isEqualTo("Challenged by " + bidder.address());
    }

    @Test
    void whatCannotBeChallengedSaysWhy() {
        Person holder = linked("late-holder", TestDao.holders().get(1));
        Person poor = linked("poor-holder", TestKeys.key(99));
        work.submitted(agreementId, 0);
        refused(holder, WORDS, 409, "Waits for the stewards");

        work.vote(MilestoneEscrow.approve(agreementId, BigInteger.ZERO, BigInteger.ONE, List.of()));
        work.awaitStatus(agreementId, 0, "approved");
        refused(holder, " ", 400, "reason");
        refused(holder, "x".repeat(100_000), 400, "reason");
        refused(poor, WORDS, 409, "this wallet has votes of 0");
        assertThat(holder.post(path("challenge-request"), challenge(poor, WORDS))
                        .statusCode())
                .isEqualTo(403);

        around.passUntil(market.agreement(agreementId).getLong("milestones[0].challengeEnds"));
        around.eventually(() ->
                holder.post(path("challenge-request"), challenge(holder, WORDS)).statusCode() == 409);
        refused(holder, WORDS, 409, "ended");
        assertThat(holder.post(path("challenge-reasons"), Map.of("reason", WORDS))
                        .statusCode())
                .isEqualTo(409);
    }

    private Person linked(String name, TestKey wallet) {
        Person person = new Person(name, "holder", wallet);
        around.link(person.name(), person.address(), true);
        return person;
    }

    private void refused(Person who, String reason, int status, String detail) {
        Response answer = who.post(path("challenge-request"), challenge(who, reason));
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.asString()).contains(detail);
    }

    private JsonPath pageAsks(Person who) {
        return who.submits(
                "/agreements/" + agreementId + "/milestones/0/challenges/request",
                Map.of("wallet", who.address(), "reason", WORDS));
    }

    private void sends(Person who, JsonPath prepared, String transaction) {
        around.send(who.address(), prepared.getString(transaction + ".to"), prepared.getString(transaction + ".data"));
    }

    private String reason() {
        return market.agreement(agreementId).getString("milestones[0].rounds[0].reason");
    }

    private String path(String last) {
        return "/api/agreements/" + agreementId + "/milestones/0/" + last;
    }

    private static Map<String, String> challenge(Person who, String reason) {
        return Map.of("wallet", who.address(), "reason", reason);
    }
}

package network.spheron.dao.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.SipConcluded;
import network.spheron.dao.events.SipProposed;
import network.spheron.dao.testing.platform.PlatformResource;
import network.spheron.dao.testing.platform.TestDao;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "governance"))
class SipToMandateTest {
    @Inject
    ChainReader chain;

    private final List<Member> holders = Members.holders();

    @Test
    void passedSipGrantsItsMandate() {
        Member author = holders.get(0).linksWallet();
        SipStory sip = discussed(SipStory.drafted(author, Terms.sip("Developer tooling")));
        sip.proposed().inVoting();

        mixedVotesAreTakenSingly(sip);
        ownTransactionCounts(sip);
        sip.afterVoting().executed();

        mandateIsOnChain(sip);
        eventsArePublished(sip);
        samePurposeIsRefused();
    }

    @Test
    void sipWithoutQuorumIsDefeated() {
        SipStory sip = SipStory.drafted(holders.get(1).linksWallet(), Terms.sip("Nobody cares"));

        sip.finalized().proposed().inVoting().afterVoting().awaits("DEFEATED");

        assertThat(PublishedEvents.of(SipConcluded.class, Long.toString(sip.id)).outcome())
                .isEqualTo("DEFEATED");
    }

    @Test
    void mandateThatJustLeavesTimeForEverythingIsTaken() {
        Map<String, Object> terms = Terms.sipWith("expiry", Terms.earliestExpiry() + TestDao.DELAY);

        SipStory.drafted(holders.get(1).linksWallet(), terms).finalized();
    }

    private SipStory discussed(SipStory sip) {
        sip.author.post(sip.path("/discuss")).then().statusCode(200).body("status", equalTo("DISCUSSION"));
        Members.stranger()
                .post(sip.path("/comments"), Map.of("text", "Sounds *good*."))
                .then()
                .statusCode(201)
                .body("author", equalTo("stranger"))
                .body("signed", equalTo(false));
        Map<String, Object> revised = Terms.sip("Developer tooling, revised");
        sip.author
                .asks()
                .body(revised)
                .put(sip.path(""))
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("revisions.title", hasItem("Developer tooling"));
        sip.author.post(sip.path("/finalize")).then().statusCode(200).body("status", equalTo("FINAL"));
        return sip;
    }

    private void mixedVotesAreTakenSingly(SipStory sip) {
        Member stranger = Members.stranger();
        JsonPath answer = sip.votes(List.of(
                sip.signedVote(holders.get(1), 1),
                sip.signedVote(holders.get(2), 1),
                sip.signedVote(holders.get(3), 0),
                sip.signedVote(holders.get(4), 2),
                sip.signedVote(stranger, 1),
                Map.of("voter", holders.get(5).address(), "support", 1, "signature", "0x" + "11".repeat(65))));

        assertThat(answer.getList("results.accepted", Boolean.class))
                .containsExactly(true, true, true, true, false, false);
        assertThat(answer.getString("results[4].problem")).isEqualTo("urn:spheron:problem:no-voting-power");
        assertThat(answer.getString("results[5].problem")).isEqualTo("urn:spheron:problem:bad-signature");
        String submission = answer.getString("submissions[0].id");
        given().get("/api/submissions/" + submission).then().statusCode(200);
        sip.counted(4);
    }

    private void ownTransactionCounts(SipStory sip) {
        Member voter = holders.get(6);
        JsonPath transaction = voter.asks()
                .queryParam("voter", voter.address())
                .queryParam("support", 1)
                .get(sip.path("/vote-transaction"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        voter.sends(transaction.getString("to"), transaction.getString("data"));

        JsonPath votes = sip.counted(5);
        BigInteger three = TestDao.HOLDING.multiply(BigInteger.valueOf(3));
        assertThat(votes.getString("tally.votesFor")).isEqualTo(three.toString());
        assertThat(votes.getString("tally.votesAgainst")).isEqualTo(TestDao.HOLDING.toString());
        assertThat(votes.getString("tally.votesAbstain")).isEqualTo(TestDao.HOLDING.toString());
    }

    private void mandateIsOnChain(SipStory sip) {
        BigInteger count = chain.call(ContractName.TREASURY, Treasury.mandateCount());
        assertThat(count).isPositive();
        boolean granted = chain.call(
                ContractName.TREASURY, Treasury.granted(Keccak.hash(sip.shown().getString("text"))));
        assertThat(granted).isTrue();
    }

    private void samePurposeIsRefused() {
        SipStory again = SipStory.drafted(holders.get(2).linksWallet(), Terms.sip("Developer tooling, revised"));
        again.author.post(again.path("/discuss")).then().statusCode(200);
        again.author
                .post(again.path("/finalize"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:spheron:problem:purpose-already-granted"));
    }

    private static void eventsArePublished(SipStory sip) {
        SipProposed proposed = PublishedEvents.of(SipProposed.class, Long.toString(sip.id));
        assertThat(proposed.textHash()).isEqualTo(Keccak.hash(proposed.text()));
        assertThat(proposed.proposer()).isEqualTo(sip.author.address());
        SipConcluded concluded = PublishedEvents.of(SipConcluded.class, Long.toString(sip.id));
        assertThat(concluded.outcome()).isEqualTo("EXECUTED");
        assertThat(concluded.proposalId()).isEqualTo(proposed.proposalId());
    }
}

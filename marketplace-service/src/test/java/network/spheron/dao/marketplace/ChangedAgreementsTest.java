package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.testing.TestKeys;
import network.spheron.dao.testing.platform.PlatformResource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of an agreement after it was made: change orders, another payee, an early end. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class ChangedAgreementsTest {
    private static final String NEXT_PAYEE = TestKeys.key(70).address();

    @Inject
    Market market;

    @Inject
    Surroundings around;

    @Inject
    ChainReader chain;

    @Inject
    DirectWork work;

    @Test
    void changeOrderChangesAddsAndDropsMilestones() {
        BigInteger agreementId = work.agreement(false, 60, 40, 20);
        List<MilestoneEscrow.Change> changes = List.of(change(0, 50), change(1, 0), change(3, 15));

        work.vote(MilestoneEscrow.changeOrder(
                agreementId, BigInteger.ONE, changes, signed(agreementId, changes), List.of()));

        around.eventually(
                () -> market.agreement(agreementId).getList("milestones").size() == 4);
        JsonPath agreement = market.agreement(agreementId);
        assertThat(agreement.getList("milestones.amount")).containsExactly("50", "40", "20", "15");
        assertThat(agreement.getList("milestones.status")).containsExactly("pending", "refunded", "pending", "pending");
        assertThat(agreement.getString("price")).isEqualTo("125");
        assertThat(agreement.getString("refunded")).isEqualTo("40");
        assertThat(agreement.getList("events.event")).containsExactly("changed");
        assertThat(agreement.getString("events[0].hash")).isEqualTo(hash(changes));
        assertThat(agreement.getString("events[0].words")).contains("milestone 1, milestone 4", "Dropped: milestone 2");
        assertThat(RestAssured.get("/agreements/" + agreementId).asString())
                .contains("Change order 1", agreement.getString("events[0].transactionHash"));
        work.submitted(agreementId, 3);
        work.submitted(agreementId, 0);
    }

    @Test
    void nothingIsSubmittedAnyMoreOnceAVoteHasEndedTheAgreement() {
        BigInteger agreementId = work.agreement(false, 60, 40);
        work.submitted(agreementId, 0);

        work.vote(MilestoneEscrow.terminate(agreementId, DirectWork.REASON));

        around.eventually(
                () -> market.agreement(agreementId).getString("status").equals("terminated"));
        assertThat(market.milestone(agreementId, 0)).isEqualTo("submitted");
        JsonPath ended = market.agreement(agreementId);
        assertThat(ended.getString("events[0].event")).isEqualTo("terminated");
        assertThat(ended.getString("events[0].hash")).isEqualTo(DirectWork.REASON);
        assertThat(RestAssured.get("/agreements/" + agreementId).asString())
                .contains("Ended by a vote", ended.getString("events[0].transactionHash"))
                .contains("The agreement ended before it was submitted");
        assertThat(work.entity()
                        .post(
                                "/api/agreements/" + agreementId + "/milestones/1/submission-request",
                                Market.evidence("Late"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void payeeChangesOnceItsTimeHasCome() {
        BigInteger agreementId = work.agreement(false, 60);
        requestPayeeChange(agreementId, 1);
        around.eventually(() -> nextPayee(agreementId) != null);
        cancelPayeeChange(agreementId);
        around.eventually(() -> nextPayee(agreementId) == null);
        requestPayeeChange(agreementId, 2);
        around.eventually(() -> NEXT_PAYEE.equals(nextPayee(agreementId)));

        around.passUntil(market.agreement(agreementId).getLong("payeeChange.effectiveFrom"));

        around.eventually(() -> market.agreement(agreementId).getString("payee").equals(NEXT_PAYEE));
        assertThat(nextPayee(agreementId)).isNull();
        assertThat(market.agreement(agreementId).getList("events.event"))
                .containsExactly(
                        "payee_change_requested", "payee_change_cancelled", "payee_change_requested", "payee_changed");
        work.approved(agreementId, 0);
    }

    @Test
    void paymentThatCouldNotBeDeliveredWaitsForItsPayee() {
        BigInteger agreementId = work.agreement(false, 60);
        work.approved(agreementId, 0);
        around.passUntil(market.agreement(agreementId).getLong("milestones[0].challengeEnds"));

        around.whileRefusing(
                ContractName.PAYMENT_TOKEN,
                () -> work.send(DirectWork.anyone(), MilestoneEscrow.release(agreementId, BigInteger.ZERO)));

        work.awaitStatus(agreementId, 0, "paid");
        assertThat(owedTo(agreementId)).isEqualTo(work.entity().address());
        assertThat(RestAssured.get("/agreements/" + agreementId).asString()).contains("withdraw(token, to)");
        String token = market.agreement(agreementId).getString("token");
        work.send(work.entity().address(), MilestoneEscrow.withdraw(token, NEXT_PAYEE));
        around.eventually(() -> owedTo(agreementId) == null);
    }

    private @Nullable String owedTo(BigInteger agreementId) {
        return market.agreement(agreementId).getString("milestones[0].owedTo");
    }

    /** With the transaction that the portal gives to the contractor. */
    private void cancelPayeeChange(BigInteger agreementId) {
        String path = "/agreements/" + agreementId;
        assertThat(RestAssured.get(path).asString())
                .contains("To be paid to", "Sign in as the payee or the contractor");
        assertThat(work.entity().get(path).asString()).contains("payee-change/cancellation");
        JsonPath transaction = work.entity().sees("/api" + path + "/payee-change/cancellation-transaction");
        around.send(work.entity().address(), transaction.getString("to"), transaction.getString("data"));
    }

    private @Nullable String nextPayee(BigInteger agreementId) {
        return market.agreement(agreementId).getString("payeeChange.payee");
    }

    private void requestPayeeChange(BigInteger agreementId, long number) {
        String digest = chain.call(
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.payeeChangeDigest(agreementId, BigInteger.valueOf(number), NEXT_PAYEE));
        work.send(
                DirectWork.anyone(),
                MilestoneEscrow.changePayee(
                        agreementId,
                        BigInteger.valueOf(number),
                        NEXT_PAYEE,
                        work.entity().wallet().sign(digest)));
    }

    private static MilestoneEscrow.Change change(int milestone, long amount) {
        return new MilestoneEscrow.Change(DirectWork.index(milestone), DirectWork.milestone(amount));
    }

    /** The contractor's signature over the agreement's first change order. */
    private String signed(BigInteger agreementId, List<MilestoneEscrow.Change> changes) {
        return work.entity()
                .wallet()
                .sign(chain.call(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.changeOrderDigest(agreementId, BigInteger.ONE, hash(changes))));
    }

    // keccak256(abi.encode(Change[])): the list as it stands in a call before an empty signature and no approvals.
    static String hash(List<MilestoneEscrow.Change> changes) {
        String call = MilestoneEscrow.changeOrder(BigInteger.ONE, BigInteger.ONE, changes, "0x", List.of())
                .data();
        String list = call.substring(10 + 5 * 64, call.length() - 2 * 64);
        return Keccak.hashHex("0x" + String.format("%064x", 32) + list);
    }
}

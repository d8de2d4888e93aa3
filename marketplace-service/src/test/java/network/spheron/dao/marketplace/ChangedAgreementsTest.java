package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
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
        work.send(work.entity().address(), MilestoneEscrow.cancelPayeeChange(agreementId));
        requestPayeeChange(agreementId, 2);

        around.passUntil(chain.call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.changesTo(agreementId))
                .effectiveFrom());
        work.send(DirectWork.anyone(), MilestoneEscrow.completePayeeChange(agreementId));

        around.eventually(() -> market.agreement(agreementId).getString("payee").equals(NEXT_PAYEE));
        work.approved(agreementId, 0);
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

package network.spheron.dao.treasury.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.events.AgreementFunded;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.events.PayoutRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutTest {
    private static final BigInteger AGREEMENT = BigInteger.TWO;

    private final Payout payout = new Payout(
            new AgreementFunded(
                    BigInteger.ONE,
                    AGREEMENT,
                    0,
                    "0xc0",
                    "0xfe",
                    "0x70",
                    BigInteger.valueOf(30),
                    100,
                    List.of(
                            new MilestoneTerms(BigInteger.TEN, 60, "0x01"),
                            new MilestoneTerms(BigInteger.valueOf(20), 60, "0x02")),
                    "0xaa"),
            1);

    @Test
    void paysWhatWasAgreedForItsMilestone() {
        assertThat(payout.amount).isEqualTo(20);
        assertThat(payout.payee).isEqualTo("0xfe");
        assertThat(payout.status).isEqualTo(PayoutStatus.PENDING);
    }

    @Test
    void isRefundedOnceItCanNoLongerBeSubmitted() {
        assertThat(payout.callAt(160)).isEqualTo(EscrowCall.RELEASE);
        assertThat(payout.callAt(161)).isEqualTo(EscrowCall.REFUND);
    }

    @Test
    void isNotRefundedWhileItsWorkWaitsForADecision() {
        payout.submitted();
        assertThat(payout.callAt(10_000)).isEqualTo(EscrowCall.RELEASE);

        payout.sentBack(300);
        assertThat(payout.callAt(300)).isEqualTo(EscrowCall.RELEASE);
        assertThat(payout.callAt(301)).isEqualTo(EscrowCall.REFUND);
    }

    @Test
    void rejectedPayoutIsRefundedAfterItsWindowWhateverTheNewsOfAnApproval() {
        payout.submitted();
        payout.approved(1L << 40);
        payout.rejected(120);

        assertThat(payout.callAt(119)).isEqualTo(EscrowCall.RELEASE);
        assertThat(payout.callAt(120)).isEqualTo(EscrowCall.REFUND);
    }

    @Test
    void eachCallBringsAboutAFactOfItsOwn() {
        assertThat(EscrowCall.RELEASE.key(payout.key)).isEqualTo("agreement:2:milestone:1:release");
        assertThat(EscrowCall.REFUND.key(payout.key)).isEqualTo("agreement:2:milestone:1:refund");
    }

    @Test
    void isDueWhenTheChallengeWindowHasPassed() {
        payout.approved(500);

        assertThat(payout.status).isEqualTo(PayoutStatus.APPROVED);
        assertThat(payout.dueAt).isEqualTo(500L);
    }

    @Test
    void newsOfAnApprovalDoesNotDisturbAPaymentUnderWay() {
        payout.approved(500);
        payout.requested();

        payout.approved(900);

        assertThat(payout.status).isEqualTo(PayoutStatus.REQUESTED);
        assertThat(payout.dueAt).isEqualTo(500L);
    }

    @Test
    void sameRefusalIsToldOnce() {
        payout.approved(500);

        assertThat(payout.refused("milestone", "not approved", 600))
                .contains(new PayoutRefused(BigInteger.ONE, AGREEMENT, 1, "milestone", "not approved"));
        assertThat(payout.refused("milestone", "not approved", 700)).isEmpty();
        assertThat(payout.refused("simulation", "reverts", 800)).isPresent();
    }

    @Test
    void refusedPayoutIsCheckedAgainLater() {
        payout.approved(500);

        payout.refused("milestone", "not approved", 600);

        assertThat(payout.dueAt).isEqualTo(660L);
    }

    @Test
    void challengedPayoutIsDueWhenItsChallengeIsOver() {
        payout.submitted();
        payout.approved(500);
        payout.challenged(9_000);
        assertThat(payout.challengedUntil).isEqualTo(9_000L);

        payout.payable();
        payout.approved(700);

        assertThat(payout.challengedUntil).isNull();
        assertThat(payout.dueAt).isEqualTo(700L);
        assertThat(payout.callAt(700)).isEqualTo(EscrowCall.RELEASE);
    }

    @Test
    void challengedRejectionGoesBackOnlyWhenItsChallengeIsOver() {
        payout.submitted();
        payout.rejected(120);
        payout.challenged(9_000);
        assertThat(payout.callAt(10_000)).isEqualTo(EscrowCall.RELEASE);

        payout.rejected(700);

        assertThat(payout.challengedUntil).isNull();
        assertThat(payout.callAt(700)).isEqualTo(EscrowCall.REFUND);
    }

    @Test
    void whatIsPutOffIsNoLongerRefused() {
        payout.approved(500);
        payout.refused("reconciliation", "the ledger differs", 600);

        payout.putOff(EscrowCall.RELEASE, 900);

        assertThat(payout.status).isEqualTo(PayoutStatus.APPROVED);
        assertThat(payout.dueAt).isEqualTo(900L);
        assertThat(payout.refusedCheck).isNull();
    }

    @Test
    void refundThatIsPutOffLeavesAnApprovalAsItIs() {
        payout.approved(500);
        payout.putOff(EscrowCall.REFUND, 900);
        assertThat(payout.status).isEqualTo(PayoutStatus.APPROVED);

        payout.refused("reconciliation", "the ledger differs", 950);
        payout.putOff(EscrowCall.REFUND, 1_000);

        assertThat(payout.status).isEqualTo(PayoutStatus.PENDING);
        assertThat(payout.refundableFrom).isEqualTo(1_000L);
        assertThat(payout.dueAt).isNull();
    }

    @Test
    void whatMovedOnNoLongerShowsItsRefusal() {
        payout.approved(500);
        payout.refused("milestone", "not approved", 600);

        payout.paid("0xbb");

        assertThat(payout.refusedCheck).isNull();
        assertThat(payout.refusedDetail).isNull();
        assertThat(payout.transactionHash).isEqualTo("0xbb");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING,   APPROVED;REFUSED;REQUESTED;PAID;REFUNDED",
        "APPROVED,  APPROVED;REFUSED;REQUESTED;PAID;REFUNDED",
        "REFUSED,   PENDING;APPROVED;REFUSED;REQUESTED;PAID;REFUNDED",
        "REQUESTED, APPROVED;REFUSED;PAID;REFUNDED",
        "PAID,      ''",
        "REFUNDED,  ''"
    })
    void statusMovesOnlyAsTheTableSays(PayoutStatus status, String successors) {
        for (PayoutStatus next : PayoutStatus.values()) {
            if (List.of(successors.split(";", -1)).contains(next.name())) {
                assertThat(status.moveTo(next)).isEqualTo(next);
            } else {
                assertThatThrownBy(() -> status.moveTo(next))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("a payout that is " + status + " cannot become " + next);
            }
        }
    }
}

package network.spheron.dao.marketplace.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class MilestoneTest {
    @Test
    void sentBackMilestoneIsSubmittedAgainInItsNextRound() {
        Milestone milestone = planned();
        milestone.submitted(1, "0x01", 100);
        milestone.sentBack(500);
        milestone.submitted(2, "0x02", 300);

        assertThat(milestone.status()).isEqualTo(MilestoneStatus.SUBMITTED);
        assertThat(milestone.round()).isEqualTo(2);
        assertThat(milestone.evidenceHash()).contains("0x02");
        assertThat(milestone.dueAt()).isEqualTo(500);
    }

    @Test
    void rejectionIsChallengedLikeAnApproval() {
        Milestone milestone = planned();
        milestone.submitted(1, "0x01", 100);
        milestone.approved(200);
        milestone.challenged(400);
        milestone.rejected(250);
        milestone.challenged(400);
        milestone.approved(300);

        assertThat(milestone.status()).isEqualTo(MilestoneStatus.APPROVED);
        assertThat(milestone.challengeEnds()).contains(300L);
    }

    @Test
    void lapsedChallengeLetsItBePaidAtOnce() {
        Milestone milestone = planned();
        milestone.submitted(1, "0x01", 100);
        milestone.approved(200);
        milestone.challenged(400);
        milestone.approved(250);

        assertThat(milestone.challengeEnds()).contains(250L);
        milestone.paid("0x0a");
        assertThat(milestone.payment()).contains("0x0a");
    }

    @Test
    void refundedMilestoneNoLongerShowsWhyItsMoneyStayed() {
        Milestone milestone = planned();
        milestone.payoutRefused("The ledger differs from the chain.");

        milestone.refunded("0x0b");

        assertThat(milestone.payoutRefusal()).isEmpty();
        assertThat(milestone.payment()).contains("0x0b");
    }

    @Test
    void nothingIsPaidWithoutApproval() {
        Milestone milestone = planned();
        milestone.submitted(1, "0x01", 100);

        assertThatIllegalStateException().isThrownBy(() -> milestone.paid("0x0a"));
    }

    private static Milestone planned() {
        return new Milestone(
                new MilestoneId(BigInteger.ONE, 0),
                new Parties("0xc0", "0xc0"),
                new MilestoneWork("Work", "0x00", BigInteger.TEN),
                400);
    }
}

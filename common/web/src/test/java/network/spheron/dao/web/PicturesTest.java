package network.spheron.dao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    @Test
    void voteIsMeasuredAgainstTheQuorumWhileFewHaveVoted() {
        VoteBar bar = vote(10, 5, 5, 100);

        assertThat(bar.yesShare()).isEqualTo("10.00");
        assertThat(bar.noStart()).isEqualTo("15.00");
        assertThat(bar.quorumMark()).isEqualTo("100.00");
        assertThat(bar.quorumReached()).isFalse();
    }

    @Test
    void abstentionsCountTowardsTheQuorumAndVotesAgainstDoNot() {
        assertThat(vote(30, 0, 10, 40).quorumReached()).isTrue();
        assertThat(vote(30, 10, 0, 40).quorumReached()).isFalse();
    }

    @Test
    void noVotesDrawAnEmptyBar() {
        assertThat(vote(0, 0, 0, 0).yesShare()).isEqualTo("0.00");
        assertThat(vote(0, 0, 0, 0).hasQuorum()).isFalse();
    }

    @Test
    void whatIsNeitherPaidNorReservedIsFree() {
        BudgetBar bar = new BudgetBar(units(1000), units(300), units(200), 6, "sUSD");

        assertThat(bar.freeText()).isEqualTo("500");
        assertThat(bar.paidShare()).isEqualTo("20.00");
        assertThat(bar.reservedShare()).isEqualTo("30.00");
    }

    @Test
    void littleOfMuchIsStillSeen() {
        BudgetBar bar = new BudgetBar(units(1_000_000), units(0), units(1), 6, "sUSD");

        assertThat(bar.paidShare()).isEqualTo("1.00");
        assertThat(bar.reservedShare()).isEqualTo("0.00");
    }

    @Test
    void aFailedPathEndsWhereItFailed() {
        assertThat(Stage.failedAt(1, List.of("Open", "Review", "Election")))
                .containsExactly(new Stage("Open", Stage.State.DONE), new Stage("Review", Stage.State.FAILED));
    }

    @Test
    void aPathShowsWhatIsDoneAndWhatComes() {
        assertThat(Stage.path(1, List.of("Open", "Review", "Election")))
                .extracting(Stage::state)
                .containsExactly(Stage.State.DONE, Stage.State.CURRENT, Stage.State.TODO);
    }

    private static VoteBar vote(long yes, long no, long abstain, long quorum) {
        return new VoteBar(units(yes), units(no), units(abstain), units(quorum), 6);
    }

    private static BigInteger units(long count) {
        return BigInteger.valueOf(count).multiply(BigInteger.valueOf(1_000_000));
    }
}

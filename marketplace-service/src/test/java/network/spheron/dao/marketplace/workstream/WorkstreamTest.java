package network.spheron.dao.marketplace.workstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkstreamTest {
    @Test
    void isGrantedUntilItsBiddingIsOpenedOnChain() {
        assertThat(granted().statusAt(0)).isEqualTo(WorkstreamStatus.GRANTED);
        assertThat(granted().endsAt(0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "100, OPEN, 200",
        "199, OPEN, 200",
        "200, REVEALING, 300",
        "299, REVEALING, 300",
        "300, REVIEW, 400",
        "399, REVIEW, 400"
    })
    void windowIsOpenBeforeItsEndAndClosedFromItOn(long now, WorkstreamStatus status, long ends) {
        assertThat(opened().statusAt(now)).isEqualTo(status);
        assertThat(opened().endsAt(now)).contains(ends);
    }

    @Test
    void electionLastsUntilItIsDecided() {
        Workstream workstream = opened();
        workstream.electionOpened(401, 500);

        assertThat(workstream.statusAt(450)).isEqualTo(WorkstreamStatus.ELECTION);
        assertThat(workstream.endsAt(450)).contains(500L);
        assertThat(workstream.statusAt(10_000)).isEqualTo(WorkstreamStatus.ELECTION);
        assertThat(workstream.endsAt(10_000)).isEmpty();
    }

    @Test
    void winnersAreAwardedOnlyAfterTheStandstill() {
        Workstream workstream = opened();
        workstream.electionDecided(2, BigInteger.TEN, 600);

        assertThat(workstream.statusAt(599)).isEqualTo(WorkstreamStatus.STANDSTILL);
        assertThat(workstream.statusAt(600)).isEqualTo(WorkstreamStatus.AWARDED);
    }

    @Test
    void objectionSuspendsTheAwardUntilItEnds() {
        Workstream workstream = opened();
        workstream.electionDecided(2, BigInteger.TEN, 600);
        workstream.contested(900, 900);

        assertThat(workstream.statusAt(899)).isEqualTo(WorkstreamStatus.OBJECTED);
        assertThat(workstream.endsAt(899)).contains(900L);
        assertThat(workstream.statusAt(900)).isEqualTo(WorkstreamStatus.AWARDED);
        workstream.contested(500, 600);
        assertThat(workstream.statusAt(599)).isEqualTo(WorkstreamStatus.STANDSTILL);
    }

    @Test
    void annulledAwardFails() {
        Workstream workstream = opened();
        workstream.electionDecided(2, BigInteger.TEN, 600);
        workstream.contested(900, 900);
        workstream.annulled(700);

        assertThat(workstream.statusAt(700)).isEqualTo(WorkstreamStatus.FAILED);
        assertThat(workstream.awarded()).contains(BigInteger.ZERO);
    }

    @Test
    void extendedVoteEndsLater() {
        Workstream workstream = opened();
        workstream.electionOpened(401, 500);
        workstream.votingExtended(560);

        assertThat(workstream.endsAt(510)).contains(560L);
    }

    @Test
    void failsAtOnceWithoutAWinner() {
        Workstream workstream = opened();
        workstream.electionDecided(0, BigInteger.ZERO, 600);

        assertThat(workstream.statusAt(500)).isEqualTo(WorkstreamStatus.FAILED);
    }

    private static Workstream opened() {
        Workstream workstream = granted();
        workstream.opened(new Windows(100L, 200L, 300L, 400L));
        return workstream;
    }

    private static Workstream granted() {
        BigInteger none = BigInteger.ZERO;
        Competition terms = new Competition(
                "0x", "0x", none, 0, AwardRule.FILL_BUDGET, 500, none, none, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, false);
        return new Workstream(BigInteger.ONE, terms);
    }
}

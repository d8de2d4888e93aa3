package network.spheron.dao.marketplace.bid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidStatusTest {
    @ParameterizedTest
    @CsvSource({
        "COMMITTED, REVEALED",
        "COMMITTED, UNREVEALED",
        "COMMITTED, WITHDRAWN",
        "REVEALED, DISQUALIFIED",
        "DISQUALIFIED, REVEALED",
        "REVEALED, ON_BALLOT",
        "ON_BALLOT, WON",
        "ON_BALLOT, LOST",
        "WON, LOST"
    })
    void statusFollows(BidStatus from, BidStatus to) {
        assertThat(from.moveTo(to)).isEqualTo(to);
    }

    @Test
    void nothingFollowsAnEnd() {
        for (BidStatus next : BidStatus.values()) {
            assertThatIllegalStateException().isThrownBy(() -> BidStatus.LOST.moveTo(next));
            assertThatIllegalStateException().isThrownBy(() -> BidStatus.WITHDRAWN.moveTo(next));
        }
    }

    @Test
    void unrevealedBidCannotBeOnTheBallot() {
        assertThatIllegalStateException().isThrownBy(() -> BidStatus.COMMITTED.moveTo(BidStatus.ON_BALLOT));
    }
}

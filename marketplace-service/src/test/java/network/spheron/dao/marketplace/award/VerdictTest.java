package network.spheron.dao.marketplace.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import network.spheron.dao.events.BidResult;
import network.spheron.dao.marketplace.workstream.AwardRule;
import network.spheron.dao.marketplace.workstream.Competition;
import org.junit.jupiter.api.Test;

class VerdictTest {
    @Test
    void winnerIsToldItsPlace() {
        assertThat(reason(AwardRule.FILL_BUDGET, result(200, 10, true, true), 2))
                .startsWith("Approved in place 2 and");
    }

    @Test
    void approvedBidThatDidNotFitIsToldSo() {
        assertThat(reason(AwardRule.FILL_BUDGET, result(200, 10, true, false), 3))
                .contains("no longer fitted");
    }

    @Test
    void secondOfASingleWinnerIsToldSo() {
        assertThat(reason(AwardRule.SINGLE_WINNER, result(200, 10, true, false), 2))
                .contains("one bid only");
    }

    @Test
    void missedQuorumIsNamedWithBothFigures() {
        assertThat(reason(AwardRule.FILL_BUDGET, result(40, 10, false, false), 0))
                .isEqualTo("Not approved: yes and no together are 50, below the quorum of 100.");
    }

    @Test
    void missedMarginIsNamedWithItsPercentage() {
        assertThat(reason(AwardRule.FILL_BUDGET, result(110, 100, false, false), 0))
                .isEqualTo("Not approved: yes, 110, does not exceed no, 100, by 12.5 %.");
    }

    private static String reason(AwardRule rule, BidResult result, int place) {
        BigInteger none = BigInteger.ZERO;
        Competition terms = new Competition(
                "0x", "0x", none, 0, rule, 1_250, BigInteger.valueOf(100), none, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, false);
        return new Verdict(terms, 0).reason(result, place);
    }

    private static BidResult result(long yes, long no, boolean approved, boolean won) {
        return new BidResult(0, BigInteger.valueOf(yes), BigInteger.valueOf(no), BigInteger.ZERO, approved, won);
    }
}

package network.spheron.dao.governance.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.governance.sip.AwardRule;
import org.junit.jupiter.api.Test;

class ElectionCountTest {
    private static final ElectionRule FILL = rule(100, AwardRule.FILL_BUDGET);
    private static final ElectionRule SINGLE = rule(100, AwardRule.SINGLE_WINNER);

    @Test
    void yesExactlyAtTheMarginIsApproved() {
        assertThat(FILL.approves(BigInteger.valueOf(1150), BigInteger.valueOf(1000)))
                .isTrue();
        assertThat(FILL.approves(BigInteger.valueOf(1149), BigInteger.valueOf(1000)))
                .isFalse();
    }

    @Test
    void yesAndNoTogetherMustReachTheQuorum() {
        assertThat(FILL.approves(BigInteger.valueOf(10), BigInteger.ZERO)).isTrue();
        assertThat(FILL.approves(BigInteger.valueOf(9), BigInteger.ZERO)).isFalse();
    }

    @Test
    void bidThatNoLongerFitsIsSkippedAndTheNextOneTried() {
        ElectionCount count = ElectionCount.of(FILL, List.of(bid(0, 60, 90), bid(1, 50, 80), bid(2, 40, 70)));

        assertThat(count.order()).containsExactly(0, 1, 2);
        assertThat(count.winners()).containsExactly(0, 2);
        assertThat(count.outcome(1)).isEqualTo(BidOutcome.OVER_BUDGET);
        assertThat(count.awarded()).isEqualTo(100);
    }

    @Test
    void equalLeadsAreOrderedByPriceThenByIndex() {
        ElectionCount count = ElectionCount.of(FILL, List.of(bid(0, 30, 50), bid(1, 20, 50), bid(2, 20, 50)));

        assertThat(count.order()).containsExactly(1, 2, 0);
    }

    @Test
    void singleWinnerIsTheBestThatFits() {
        ElectionCount count = ElectionCount.of(SINGLE, List.of(bid(0, 101, 90), bid(1, 50, 80), bid(2, 10, 70)));

        assertThat(count.winners()).containsExactly(1);
        assertThat(count.outcome(0)).isEqualTo(BidOutcome.OVER_BUDGET);
        assertThat(count.outcome(2)).isEqualTo(BidOutcome.OUTRANKED);
    }

    @Test
    void nobodyWinsWhenNoBidIsApproved() {
        ElectionCount count = ElectionCount.of(FILL, List.of(bid(0, 10, 5)));

        assertThat(count.winners()).isEmpty();
        assertThat(count.outcome(0)).isEqualTo(BidOutcome.NOT_APPROVED);
    }

    private static ElectionRule rule(long cap, AwardRule awardRule) {
        return new ElectionRule(1500, BigInteger.TEN, BigInteger.valueOf(cap), awardRule);
    }

    private static CountedBid bid(int index, long price, long yes) {
        return new CountedBid(index, BigInteger.valueOf(price), BigInteger.valueOf(yes), BigInteger.ZERO);
    }
}

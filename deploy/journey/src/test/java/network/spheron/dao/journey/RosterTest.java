package network.spheron.dao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import network.spheron.dao.local.DemoKeys;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final long SEED = 20_260_101L;

    @Test
    void rosterIsTheOneThatHoldsTheTokens() {
        assertThat(Roster.BITS).isEqualTo(DemoKeys.ROSTER_SET_SIZE);
        assertThat(Roster.size()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void anyVotesAreTheExactSumOfWholeBallots() {
        Random random = new Random(SEED);
        List<BidRow> bids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            bids.add(bid(i, power(random), power(random), power(random)));
        }

        List<BidRow> counted = count(bids);

        assertThat(counted).isEqualTo(bids);
    }

    @Test
    void choicesArePackedTwoBitsEachLowestFirst() {
        List<Roster.Choice> choices = List.of(Roster.Choice.YES, Roster.Choice.ABSTAIN, Roster.Choice.NO);

        assertThat(Roster.pack(choices, List.of(0, 4, 1), 5)).containsExactly(0b0000_1001, 0b11);
    }

    private static List<BidRow> count(List<BidRow> bids) {
        BigInteger[][] sums = new BigInteger[bids.size()][4];
        for (BigInteger[] sum : sums) {
            Arrays.fill(sum, BigInteger.ZERO);
        }
        for (int holder = 0; holder < Roster.size(); holder++) {
            BigInteger weight = BigInteger.ONE.shiftLeft(holder % Roster.BITS);
            List<Roster.Choice> choices = Roster.choices(holder, bids);
            for (int i = 0; i < bids.size(); i++) {
                int choice = choices.get(i).ordinal();
                sums[i][choice] = sums[i][choice].add(weight);
            }
        }
        List<BidRow> counted = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            counted.add(bid(i, sums[i][1], sums[i][2], sums[i][3]));
        }
        return counted;
    }

    private static BigInteger power(Random random) {
        return new BigInteger(Roster.BITS, random);
    }

    private static BidRow bid(int id, BigInteger yes, BigInteger no, BigInteger abstain) {
        return new BidRow("B" + id, "Bid " + id, yes, no, abstain, BigInteger.ONE, null);
    }
}

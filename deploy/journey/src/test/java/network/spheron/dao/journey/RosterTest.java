package network.spheron.dao.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
        List<Map<Roster.Choice, BigInteger>> sums = new ArrayList<>();
        bids.forEach(bid -> sums.add(new EnumMap<>(Roster.Choice.class)));
        for (int holder = 0; holder < Roster.size(); holder++) {
            BigInteger weight = BigInteger.ONE.shiftLeft(holder % Roster.BITS);
            List<Roster.Choice> choices = Roster.choices(holder, bids);
            for (int i = 0; i < bids.size(); i++) {
                sums.get(i).merge(choices.get(i), weight, BigInteger::add);
            }
        }
        List<BidRow> counted = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            counted.add(bid(
                    i,
                    sum(sums.get(i), Roster.Choice.YES),
                    sum(sums.get(i), Roster.Choice.NO),
                    sum(sums.get(i), Roster.Choice.ABSTAIN)));
        }
        return counted;
    }

    private static BigInteger sum(Map<Roster.Choice, BigInteger> sums, Roster.Choice choice) {
        return sums.getOrDefault(choice, BigInteger.ZERO);
    }

    private static BigInteger power(Random random) {
        return new BigInteger(Roster.BITS, random);
    }

    private static BidRow bid(int id, BigInteger yes, BigInteger no, BigInteger abstain) {
        return new BidRow("B" + id, "Bid " + id, yes, no, abstain, BigInteger.ONE, null);
    }
}

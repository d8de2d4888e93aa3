package network.spheron.dao.journey;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.DemoKeys.RosterSet;

/**
 * The token holders who vote on bids: three sets of holders, one per choice, whose members hold 1, 2, 4, … whole tokens. Any
 * voting power up to 2^{@value #BITS} - 1 is the exact sum of some of a set, so real sums of votes can be cast by holders who
 * each use their full weight on one ballot over all bids.
 */
final class Roster {
    /** Members of each set; the last holds 2^(BITS - 1) tokens. */
    static final int BITS = 36;

    /** The choices of {@code IBidElection}, two bits each. */
    enum Choice {
        NONE(0),
        YES(1),
        NO(2),
        ABSTAIN(3);

        private final int code;

        Choice(int code) {
            this.code = code;
        }

        static Choice of(int code) {
            return Arrays.stream(values())
                    .filter(choice -> choice.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(code + " is no choice"));
        }
    }

    private static final List<Choice> CHOICES = List.of(Choice.YES, Choice.NO, Choice.ABSTAIN);
    private static final List<RosterSet> SETS = List.of(RosterSet.YES, RosterSet.NO, RosterSet.ABSTAIN);

    private Roster() {}

    /** Number of holders. */
    static int size() {
        return SETS.size() * BITS;
    }

    /** The choices of one holder on every bid, in the order of {@code bids}. */
    static List<Choice> choices(int holder, List<BidRow> bids) {
        Choice choice = CHOICES.get(holder / BITS);
        int bit = holder % BITS;
        List<Choice> choices = new ArrayList<>(bids.size());
        for (BidRow bid : bids) {
            choices.add(power(bid, choice).testBit(bit) ? choice : Choice.NONE);
        }
        return choices;
    }

    /** Which demo key a holder signs with. */
    static int keyIndex(int holder) {
        return DemoKeys.rosterIndex(SETS.get(holder / BITS), holder % BITS);
    }

    private static BigInteger power(BidRow bid, Choice choice) {
        return switch (choice) {
            case YES -> bid.yes();
            case NO -> bid.no();
            case ABSTAIN -> bid.abstain();
            case NONE -> BigInteger.ZERO;
        };
    }

    /**
     * Packs choices as {@code IBidElection} wants them: two bits per bid, bid 0 in the lowest bits of byte 0.
     *
     * @param bidIndexes the on-chain index of each bid, in the order of {@code choices}
     * @param bidsOnChain how many bids the workstream has on chain
     */
    static byte[] pack(List<Choice> choices, List<Integer> bidIndexes, int bidsOnChain) {
        byte[] packed = new byte[(bidsOnChain + 3) / 4];
        for (int i = 0; i < choices.size(); i++) {
            int index = bidIndexes.get(i);
            packed[index / 4] |= (byte) (choices.get(i).code << (2 * (index % 4)));
        }
        return packed;
    }
}

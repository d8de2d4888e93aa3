package network.spheron.dao.governance.election;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.governance.sip.AwardRule;

/**
 * The count of an election: which bids are approved, in which order they are awarded, and who wins. The same rule as
 * {@code BidElection.decide}, which verifies the order that comes out of here.
 */
public final class ElectionCount {
    /** Best first: by lead, then lower price, then lower index. */
    private static final Comparator<CountedBid> BEST_FIRST = Comparator.comparing(CountedBid::lead)
            .reversed()
            .thenComparing(CountedBid::price)
            .thenComparing(CountedBid::index);

    private final List<Integer> order = new ArrayList<>();
    private final List<Integer> winners = new ArrayList<>();
    private final Map<Integer, BidOutcome> outcomes = new HashMap<>();
    private BigInteger awarded = BigInteger.ZERO;

    private ElectionCount() {}

    /** Counts. */
    public static ElectionCount of(ElectionRule rule, Collection<CountedBid> bids) {
        ElectionCount count = new ElectionCount();
        for (CountedBid bid : bids) {
            if (!rule.approves(bid.yes(), bid.no())) {
                count.outcomes.put(bid.index(), BidOutcome.NOT_APPROVED);
            }
        }
        bids.stream()
                .filter(bid -> rule.approves(bid.yes(), bid.no()))
                .sorted(BEST_FIRST)
                .forEach(bid -> count.place(rule, bid));
        return count;
    }

    private void place(ElectionRule rule, CountedBid bid) {
        order.add(bid.index());
        if (rule.awardRule() == AwardRule.SINGLE_WINNER && !winners.isEmpty()) {
            outcomes.put(bid.index(), BidOutcome.OUTRANKED);
        } else if (awarded.add(bid.price()).compareTo(rule.cap()) > 0) {
            outcomes.put(bid.index(), BidOutcome.OVER_BUDGET);
        } else {
            awarded = awarded.add(bid.price());
            winners.add(bid.index());
            outcomes.put(bid.index(), BidOutcome.WON);
        }
    }

    /** The approved bids, best first: what {@code decide} takes. */
    public List<Integer> order() {
        return List.copyOf(order);
    }

    /** The winners in the order of award. */
    public List<Integer> winners() {
        return List.copyOf(winners);
    }

    /** The winners' prices together. */
    public BigInteger awarded() {
        return awarded;
    }

    /**
     * How a bid fared.
     *
     * @throws IllegalArgumentException when it was not on the ballot
     */
    public BidOutcome outcome(int bidIndex) {
        BidOutcome outcome = outcomes.get(bidIndex);
        if (outcome == null) {
            throw new IllegalArgumentException("bid " + bidIndex + " was not on the ballot");
        }
        return outcome;
    }
}

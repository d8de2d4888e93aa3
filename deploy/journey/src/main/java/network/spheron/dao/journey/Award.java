package network.spheron.dao.journey;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import network.spheron.dao.contracts.Treasury;

/**
 * The rule by which bids win, written from the mandate's own terms and independent of contract and services, so that an audit
 * does not repeat their mistakes: approved by margin and quorum, best lead first, each funded while it fits the budget.
 */
record Award(Treasury.MandateTerms mandate) {
    /** {@code ITreasury.AwardRule}. */
    private static final int SINGLE_WINNER = 0;

    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    boolean isApproved(ChainRecord.Tally tally) {
        BigInteger margin = TEN_THOUSAND.add(BigInteger.valueOf(mandate.marginBps()));
        return tally.yes().multiply(TEN_THOUSAND).compareTo(tally.no().multiply(margin)) >= 0
                && tally.yes().add(tally.no()).compareTo(mandate.quorum()) >= 0;
    }

    /** Approved bids, best first: by lead, then lower price, then earlier place. */
    List<Integer> order(Map<Integer, ChainRecord.Tally> tallies, Map<Integer, BigInteger> prices) {
        Comparator<Integer> byLead =
                Comparator.comparing(bid -> tally(tallies, bid).lead(), Comparator.reverseOrder());
        Comparator<Integer> byPrice = Comparator.comparing(bid -> Objects.requireNonNull(prices.get(bid)));
        return prices.keySet().stream()
                .filter(bid -> isApproved(tally(tallies, bid)))
                .sorted(byLead.thenComparing(byPrice).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Those of the ordered bids that fit the budget; one that does not is skipped for the next. A single winner is the first. */
    List<Integer> winners(List<Integer> order, Map<Integer, BigInteger> prices) {
        List<Integer> winners = new ArrayList<>();
        BigInteger left = mandate.cap();
        for (Integer bid : order) {
            BigInteger price = Objects.requireNonNull(prices.get(bid));
            if (price.compareTo(left) <= 0) {
                winners.add(bid);
                left = left.subtract(price);
                if (mandate.awardRule() == SINGLE_WINNER) {
                    break;
                }
            }
        }
        return winners;
    }

    private static ChainRecord.Tally tally(Map<Integer, ChainRecord.Tally> tallies, Integer bid) {
        return tallies.getOrDefault(bid, ChainRecord.Tally.NONE);
    }
}

package network.spheron.dao.governance;

import java.math.BigInteger;
import java.util.stream.Stream;
import network.spheron.dao.testing.platform.TestDao;

/** Bad terms of a mandate. */
final class TermsCases {
    private static final BigInteger TOO_LARGE = BigInteger.TWO.pow(256);

    private static final long MINUTE = 60;

    private TermsCases() {}

    static Stream<BadInputCase> all() {
        return Stream.of(
                terms("cap of zero", "cap", "0", 400, "invalid-request"),
                terms("negative cap", "cap", "-5", 400, "invalid-request"),
                terms("fractional cap", "cap", "1.5", 400, "invalid-request"),
                terms("cap above 2^256-1", "cap", TOO_LARGE.toString(), 400, "invalid-request"),
                terms("cap that is no number", "cap", "many", 400, "invalid-request"),
                terms("cap above the line", "cap", "99000000000000", 422, "exceeds-budget-line"),
                terms("unknown line", "lineName", "Petty Cash", 422, "unknown-budget-line"),
                terms("expiry in the past", "expiry", 1, 422, "expiry-passed"),
                new BadInputCase(
                        "expiry before the work could be funded",
                        w -> w.author().post("/api/sips", Terms.sipWith("expiry", Terms.earliestExpiry() - MINUTE)),
                        422,
                        "expires-too-early"),
                terms("fractional expiry", "expiry", 2000000000.5, 400, "invalid-request"),
                terms("unknown award rule", "awardRule", "FRIENDS_FIRST", 400, "invalid-request"),
                terms("margin below the floor", "marginBps", 499, 422, "below-floor"),
                terms("negative margin", "marginBps", -1, 400, "invalid-request"),
                terms("quorum below the floor", "quorum", "1", 422, "below-floor"),
                terms("fractional quorum", "quorum", "0.5", 400, "invalid-request"),
                terms("negative bond", "bond", "-1", 400, "invalid-request"),
                terms("no bids", "maxBids", 0, 400, "invalid-request"),
                terms("too many bids", "maxBids", 501, 400, "invalid-request"),
                terms("more bids per bidder than bids", "bidsPerBidder", 11, 422, "bids-per-bidder"),
                terms("bidding below the floor", "biddingPeriod", TestDao.SHORTEST_PERIOD - 1, 422, "below-floor"),
                terms("standstill below the floor", "standstillPeriod", 1, 422, "below-floor"),
                terms("challenge below the floor", "challengePeriod", 1, 422, "below-floor"),
                terms("cap above the share of the line", "cap", "4500000000001", 422, "above-limit"),
                terms("tolerance above the limit", "toleranceBps", 2_001, 422, "above-limit"),
                terms("negative tolerance", "toleranceBps", -1, 400, "invalid-request"),
                terms("no word on the order", "inOrder", "", 400, "invalid-request"),
                terms("order that is neither", "inOrder", "sometimes", 400, "invalid-request"),
                terms("no review of milestones", "milestoneReviewPeriod", 0, 400, "invalid-request"),
                terms("no challenge of milestones", "challengePeriod", 0, 400, "invalid-request"),
                terms("review of a thousand years", "reviewPeriod", 31_536_000_000L, 400, "invalid-request"));
    }

    private static BadInputCase terms(String name, String term, Object value, int status, String type) {
        return new BadInputCase(name, w -> w.author().post("/api/sips", Terms.sipWith(term, value)), status, type);
    }
}

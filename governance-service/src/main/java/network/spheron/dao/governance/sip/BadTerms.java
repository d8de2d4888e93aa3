package network.spheron.dao.governance.sip;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The treasury would not grant a mandate with these terms. */
final class BadTerms extends Refusal {
    private BadTerms(String slug, String term, String detail) {
        super(422, slug, detail, Map.of("term", term));
    }

    static BadTerms belowFloor(String term, Object value, Object floor) {
        return new BadTerms("below-floor", term, term + " is " + value + ", and no mandate may go below " + floor);
    }

    static BadTerms aboveLimit(String term, Object value, Object limit) {
        return new BadTerms("above-limit", term, term + " is " + value + ", and no mandate may go above " + limit);
    }

    static BadTerms unknownLine(String name) {
        return new BadTerms("unknown-budget-line", "lineName", "the treasury has no budget line named " + name);
    }

    static BadTerms exceedsLine(Object cap, Object free) {
        return new BadTerms("exceeds-budget-line", "cap", "the cap is " + cap + ", and the line has " + free + " left");
    }

    static BadTerms expired(long expiry) {
        return new BadTerms("expiry-passed", "expiry", "the mandate would expire at " + expiry + ", which has passed");
    }

    static BadTerms bidsPerBidder(int perBidder, int maxBids) {
        return new BadTerms(
                "bids-per-bidder",
                "bidsPerBidder",
                "one bidder may not send more bids (" + perBidder + ") than are taken at all (" + maxBids + ")");
    }
}

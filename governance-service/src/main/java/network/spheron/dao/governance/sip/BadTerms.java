package network.spheron.dao.governance.sip;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The treasury would not grant a mandate with these terms. */
final class BadTerms extends Refusal {
    private BadTerms(String slug, String term, String detail) {
        super(422, slug, detail, Map.of("term", term));
    }

    static BadTerms belowFloor(String term, String value, String floor) {
        return new BadTerms("below-floor", term, "is " + value + ", and no mandate may go below " + floor);
    }

    static BadTerms aboveLimit(String term, String value, String limit) {
        return new BadTerms("above-limit", term, "is " + value + ", and no mandate may go above " + limit);
    }

    static BadTerms unknownLine(String name) {
        return new BadTerms("unknown-budget-line", "lineName", "the treasury has no budget line named " + name);
    }

    static BadTerms otherToken(String name, String token) {
        return new BadTerms(
                "line-of-another-token",
                "lineName",
                "the budget line " + name + " is not in " + token + ", the only token that bids are paid in");
    }

    static BadTerms exceedsLine(String cap, String free) {
        return new BadTerms("exceeds-budget-line", "cap", "the cap is " + cap + ", and the line has " + free + " left");
    }

    static BadTerms expired(String expiry) {
        return new BadTerms("expiry-passed", "expiry", "the mandate would expire on " + expiry + ", which has passed");
    }

    static BadTerms expiresTooEarly(String expiry, String earliest) {
        return new BadTerms(
                "expires-too-early",
                "expiry",
                "the mandate would expire on " + expiry + ", but the vote and all its periods may take until "
                        + earliest + ": it must not expire before");
    }

    static BadTerms bidsPerBidder(int perBidder, int maxBids) {
        return new BadTerms(
                "bids-per-bidder",
                "bidsPerBidder",
                "one bidder may not send more bids (" + perBidder + ") than are taken at all (" + maxBids + ")");
    }
}

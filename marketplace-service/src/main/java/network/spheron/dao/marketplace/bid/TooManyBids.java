package network.spheron.dao.marketplace.bid;

import network.spheron.dao.web.Refusal;

/** The mandate takes no further bid, or none by this bidder. */
final class TooManyBids extends Refusal {
    TooManyBids(String why) {
        super(409, "too-many-bids", why);
    }
}

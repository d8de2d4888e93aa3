package network.spheron.dao.marketplace.bid;

import network.spheron.dao.web.Refusal;

/** Bids are not taken, or no longer. */
final class BiddingClosed extends Refusal {
    BiddingClosed(String why) {
        super(409, "bidding-closed", why);
    }
}

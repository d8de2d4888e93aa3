package network.spheron.dao.marketplace.bid;

import network.spheron.dao.web.Refusal;

/** A bid can be revealed only between the end of bidding and the end of the reveal window. */
final class NotInRevealWindow extends Refusal {
    NotInRevealWindow(String why) {
        super(409, "not-in-reveal-window", why);
    }
}

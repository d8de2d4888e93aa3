package network.spheron.dao.marketplace.milestone;

import network.spheron.dao.web.Refusal;

/** The milestone does not wait for its stewards, or no longer. */
final class NothingToDecide extends Refusal {
    NothingToDecide(String why) {
        super(409, "nothing-to-decide", why);
    }
}

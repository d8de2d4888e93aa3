package network.spheron.dao.marketplace.bid;

import network.spheron.dao.web.Refusal;

/** The bid is on chain already. */
final class AlreadyCommitted extends Refusal {
    AlreadyCommitted(int bidIndex) {
        super(409, "already-committed", "This bid is on chain already, as bid " + bidIndex + ".");
    }
}

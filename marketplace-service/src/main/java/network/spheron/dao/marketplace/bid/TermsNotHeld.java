package network.spheron.dao.marketplace.bid;

import network.spheron.dao.web.Refusal;

/** The bid's terms were never given to this service. */
final class TermsNotHeld extends Refusal {
    TermsNotHeld() {
        super(
                409,
                "terms-not-held",
                "The terms of this bid are not held here; give them, with the salt, to reveal it.");
    }
}

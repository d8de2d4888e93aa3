package network.spheron.dao.marketplace.evaluation;

import network.spheron.dao.web.Refusal;

/** The steward has signed this very decision before. */
final class AlreadySigned extends Refusal {
    AlreadySigned(String steward) {
        super(409, "already-signed", "Steward " + steward + " has signed this decision already.");
    }
}

package network.spheron.dao.marketplace.evaluation;

import network.spheron.dao.web.Refusal;

/** The steward would decide about what they bid for or are paid by. */
final class ConflictOfInterest extends Refusal {
    ConflictOfInterest(String wallet) {
        super(
                403,
                "conflict-of-interest",
                "Nobody decides about what they bid for: wallet " + wallet + " of yours is a bidder or payee here.");
    }
}

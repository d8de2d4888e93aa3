package network.spheron.dao.marketplace.milestone;

import network.spheron.dao.web.Refusal;

/** Only the agreement's contractor submits its milestones. */
final class NotTheContractor extends Refusal {
    NotTheContractor(String contractor) {
        super(403, "not-the-contractor", "Only the contractor, " + contractor + ", can submit this milestone.");
    }
}

package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.PayoutRefused;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Shows with a milestone why the treasury would neither pay nor refund it. */
@ApplicationScoped
class NotePayoutRefusal implements EventHandler<PayoutRefused> {
    private final Milestones milestones;

    NotePayoutRefusal(Milestones milestones) {
        this.milestones = milestones;
    }

    @Override
    public Class<PayoutRefused> type() {
        return PayoutRefused.class;
    }

    @Override
    public void handle(PayoutRefused event) {
        MilestoneId id = new MilestoneId(event.agreementId(), event.milestone());
        milestones
                .findByIdOptional(id)
                .orElseThrow(() -> new MissingPrerequisite("milestone " + id))
                .payoutRefused("The treasury left its amount in escrow (" + event.check() + "): " + event.detail());
    }
}

package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.MilestoneApproved;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Takes note of approvals. Whether a milestone is really payable is asked of the chain before anything is signed. */
@ApplicationScoped
class ApprovalNews implements EventHandler<MilestoneApproved> {
    private final Payouts payouts;

    ApprovalNews(Payouts payouts) {
        this.payouts = payouts;
    }

    @Override
    public Class<MilestoneApproved> type() {
        return MilestoneApproved.class;
    }

    @Override
    public void handle(MilestoneApproved event) {
        PayoutKey key = new PayoutKey(event.agreementId(), event.milestone());
        payouts.findByIdOptional(key)
                .orElseThrow(() -> new MissingPrerequisite("payout " + key))
                .approved(event.challengeEnds());
    }
}

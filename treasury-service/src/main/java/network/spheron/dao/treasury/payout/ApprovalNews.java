package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import network.spheron.dao.events.MilestoneApproved;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;
import org.jboss.logging.Logger;

/** Takes note of approvals. Whether a milestone is really payable is asked of the chain before anything is signed. */
@ApplicationScoped
class ApprovalNews implements EventHandler<MilestoneApproved> {
    private static final Logger LOG = Logger.getLogger(ApprovalNews.class);

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
        Optional<Payout> payout = payouts.findByIdOptional(key);
        if (payout.isPresent()) {
            payout.get().approved(event.challengeEnds());
        } else if (payouts.areKnownOf(event.agreementId())) {
            // All payouts of an agreement come at once: this one never will, and must not hold up the others.
            LOG.warnf(
                    "ignored the approval of milestone %d, which agreement %s does not have",
                    key.milestone(), event.agreementId());
        } else {
            throw new MissingPrerequisite("agreement " + event.agreementId());
        }
    }
}

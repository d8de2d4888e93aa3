package network.spheron.dao.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import network.spheron.dao.events.MilestoneApproved;

/** Notes a milestone, but only once the SIP of the same number is known. */
@ApplicationScoped
class OnMilestoneApproved implements EventHandler<MilestoneApproved> {
    private final Heard heard;

    @Inject
    OnMilestoneApproved(Heard heard) {
        this.heard = heard;
    }

    @Override
    public Class<MilestoneApproved> type() {
        return MilestoneApproved.class;
    }

    @Override
    public void handle(MilestoneApproved event) {
        if (heard.of("sip-" + event.agreementId()).isEmpty()) {
            throw new MissingPrerequisite("sip-" + event.agreementId());
        }
        heard.note("agreement-" + event.agreementId(), "milestone " + event.milestone());
    }
}

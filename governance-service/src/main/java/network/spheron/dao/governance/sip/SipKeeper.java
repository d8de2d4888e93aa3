package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;

/** Takes every SIP whose time has come one step further. */
@ApplicationScoped
class SipKeeper {
    private final Sips sips;
    private final DueSteps due;
    private final DueWork dueWork;

    SipKeeper(Sips sips, DueSteps due, DueWork dueWork) {
        this.sips = sips;
        this.due = due;
        this.dueWork = dueWork;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        long now = advanced.block().timestamp();
        dueWork.each("the next step of SIP", sips::idsUnderWay, id -> due.advance(id, now));
    }
}

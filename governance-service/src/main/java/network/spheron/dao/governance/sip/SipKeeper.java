package network.spheron.dao.governance.sip;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainUnavailable;
import org.jboss.logging.Logger;

/** Takes every SIP whose time has come one step further, each in a transaction of its own. */
@ApplicationScoped
class SipKeeper {
    private static final Logger LOG = Logger.getLogger(SipKeeper.class);

    private final Sips sips;
    private final DueSteps due;

    SipKeeper(Sips sips, DueSteps due) {
        this.sips = sips;
        this.due = due;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        List<Long> ids = QuarkusTransaction.requiringNew().call(sips::idsUnderWay);
        for (long id : ids) {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> due.advance(id, advanced.block().timestamp()));
            } catch (ChainUnavailable e) {
                LOG.warnf("SIP %d waits: %s", id, e.getMessage());
                return;
            } catch (RuntimeException e) {
                // One SIP must not hold up the others; the next block tries again.
                LOG.errorf(e, "SIP %d could not be taken further", id);
            }
        }
    }
}

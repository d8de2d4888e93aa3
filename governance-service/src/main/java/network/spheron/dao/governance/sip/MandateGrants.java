package network.spheron.dao.governance.sip;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.messaging.EventHandler;

/** Notes on the SIP which mandate it led to. */
@ApplicationScoped
class MandateGrants implements EventHandler<MandateGranted> {
    private final Sips sips;

    MandateGrants(Sips sips) {
        this.sips = sips;
    }

    @Override
    public Class<MandateGranted> type() {
        return MandateGranted.class;
    }

    @Override
    public void handle(MandateGranted event) {
        sips.byTextHash(event.terms().purposeHash()).stream()
                // The broker may be ahead of this service's own view of the chain.
                .filter(sip -> !sip.hasFailed())
                // Anybody may copy a text; it is the one that got furthest that was granted.
                .max(Comparator.comparing(Sip::wasExecuted).thenComparing(Sip::status))
                .ifPresent(sip -> sip.granted(event.mandateId()));
    }
}

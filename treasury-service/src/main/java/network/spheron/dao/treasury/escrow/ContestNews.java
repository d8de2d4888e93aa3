package network.spheron.dao.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.AwardContested;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;
import network.spheron.dao.treasury.mandate.Mandates;

/** Takes note of an objection to awards, and of its end. The escrow itself asks the election, whatever is noted here. */
@ApplicationScoped
class ContestNews implements EventHandler<AwardContested> {
    private static final String UPHELD = "UPHELD";

    private final Mandates mandates;
    private final Awards awards;

    ContestNews(Mandates mandates, Awards awards) {
        this.mandates = mandates;
        this.awards = awards;
    }

    @Override
    public Class<AwardContested> type() {
        return AwardContested.class;
    }

    @Override
    public void handle(AwardContested event) {
        if (mandates.view(event.mandateId()).isEmpty()) {
            throw new MissingPrerequisite("mandate " + event.mandateId());
        }
        mandates.decided(event.mandateId(), event.standstillEnds());
        for (Award award : awards.of(event.mandateId())) {
            if (event.status().equals(UPHELD)) {
                award.lapsed();
            } else {
                award.standstillUntil(event.standstillEnds());
            }
        }
    }
}

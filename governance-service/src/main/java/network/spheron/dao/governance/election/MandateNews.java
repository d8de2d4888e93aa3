package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.MandateGranted;
import network.spheron.dao.messaging.EventHandler;

/** Learns the rule by which a competition's bids will be counted. */
@ApplicationScoped
class MandateNews implements EventHandler<MandateGranted> {
    private static final String COMPETITION = "COMPETITION";

    private final Competitions competitions;

    MandateNews(Competitions competitions) {
        this.competitions = competitions;
    }

    @Override
    public Class<MandateGranted> type() {
        return MandateGranted.class;
    }

    @Override
    public void handle(MandateGranted event) {
        if (event.terms().kind().equals(COMPETITION)) {
            competitions.persist(new Competition(event));
        }
    }
}

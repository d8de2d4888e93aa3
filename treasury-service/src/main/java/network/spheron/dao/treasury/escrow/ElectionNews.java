package network.spheron.dao.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.ElectionDecided;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;
import network.spheron.dao.treasury.mandate.MandateView;
import network.spheron.dao.treasury.mandate.Mandates;

/**
 * Takes note of awards. The escrow itself asks the election whether they were really won, so that false news costs an
 * attempt and nothing more; the same news again, or better news, finds what is there.
 */
@ApplicationScoped
class ElectionNews implements EventHandler<ElectionDecided> {
    private final Mandates mandates;
    private final Awards awards;
    private final Agreements agreements;

    ElectionNews(Mandates mandates, Awards awards, Agreements agreements) {
        this.mandates = mandates;
        this.awards = awards;
        this.agreements = agreements;
    }

    @Override
    public Class<ElectionDecided> type() {
        return ElectionDecided.class;
    }

    @Override
    public void handle(ElectionDecided event) {
        MandateView mandate = mandates.view(event.mandateId())
                .orElseThrow(() -> new MissingPrerequisite("mandate " + event.mandateId()));
        mandates.decided(event.mandateId(), event.standstillEnds());
        for (int bid : event.winners()) {
            BidKey key = new BidKey(event.mandateId(), bid);
            awards.findByIdOptional(key)
                    .ifPresentOrElse(
                            award -> award.standstillUntil(event.standstillEnds()),
                            () -> awards.persist(award(key, event.standstillEnds(), mandate)));
        }
    }

    // Anyone may have funded it or closed the mandate on chain before this news came.
    private Award award(BidKey key, long standstillEnds, MandateView mandate) {
        Award award = new Award(key, standstillEnds);
        if (agreements.existsFor(key)) {
            award.funded();
        } else if (!mandate.open()) {
            award.lapsed();
        }
        return award;
    }
}

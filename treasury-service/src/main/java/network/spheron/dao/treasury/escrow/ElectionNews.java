package network.spheron.dao.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.ElectionDecided;
import network.spheron.dao.messaging.EventHandler;

/** Takes note of awards. The escrow itself asks the election whether they were really won. */
@ApplicationScoped
class ElectionNews implements EventHandler<ElectionDecided> {
    private final Settlements settlements;
    private final Awards awards;

    ElectionNews(Settlements settlements, Awards awards) {
        this.settlements = settlements;
        this.awards = awards;
    }

    @Override
    public Class<ElectionDecided> type() {
        return ElectionDecided.class;
    }

    @Override
    public void handle(ElectionDecided event) {
        settlements.persist(new Settlement(event.mandateId(), event.standstillEnds()));
        event.winners().forEach(bid -> awards.persist(new Award(event.mandateId(), bid)));
    }
}

package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.WorkstreamOpened;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Learns when a competition's review ends, which is when its election can be opened. */
@ApplicationScoped
class WorkstreamNews implements EventHandler<WorkstreamOpened> {
    private final Competitions competitions;

    WorkstreamNews(Competitions competitions) {
        this.competitions = competitions;
    }

    @Override
    public Class<WorkstreamOpened> type() {
        return WorkstreamOpened.class;
    }

    @Override
    public void handle(WorkstreamOpened event) {
        competitions
                .findByIdOptional(event.mandateId())
                .orElseThrow(() -> new MissingPrerequisite("mandate " + event.mandateId()))
                .opened(event);
    }
}

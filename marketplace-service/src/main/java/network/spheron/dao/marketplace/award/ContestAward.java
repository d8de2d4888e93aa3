package network.spheron.dao.marketplace.award;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.AwardContested;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Suspends an award while there is an objection to it, and takes it back when a vote upholds that. */
@ApplicationScoped
class ContestAward implements EventHandler<AwardContested> {
    private static final String UPHELD = "UPHELD";
    private static final String ANNULLED = "A vote upheld the objection to the award, so that nobody wins.";

    private final Workstreams workstreams;
    private final Bids bids;

    ContestAward(Workstreams workstreams, Bids bids) {
        this.workstreams = workstreams;
        this.bids = bids;
    }

    @Override
    public Class<AwardContested> type() {
        return AwardContested.class;
    }

    @Override
    public void handle(AwardContested event) {
        Workstream workstream = workstreams
                .findByIdOptional(event.mandateId())
                .orElseThrow(() -> new MissingPrerequisite("workstream " + event.mandateId()));
        if (!event.status().equals(UPHELD)) {
            workstream.contested(event.objectionEnds(), event.standstillEnds());
            return;
        }
        workstream.annulled(event.standstillEnds());
        bids.won(event.mandateId()).forEach(bid -> bid.annulled(ANNULLED));
    }
}

package network.spheron.dao.marketplace.award;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.ElectionOpened;
import network.spheron.dao.marketplace.bid.Bid;
import network.spheron.dao.marketplace.bid.BidStatus;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Puts a workstream's bids on the ballot when their election opens. */
@ApplicationScoped
class OpenElection implements EventHandler<ElectionOpened> {
    private final Workstreams workstreams;
    private final Bids bids;

    OpenElection(Workstreams workstreams, Bids bids) {
        this.workstreams = workstreams;
        this.bids = bids;
    }

    @Override
    public Class<ElectionOpened> type() {
        return ElectionOpened.class;
    }

    @Override
    public void handle(ElectionOpened event) {
        Workstream workstream = workstreams
                .findByIdOptional(event.mandateId())
                .orElseThrow(() -> new MissingPrerequisite("workstream " + event.mandateId()));
        workstream.electionOpened(event.votingStarts(), event.votingEnds());
        for (int bidIndex : event.bidsOnBallot()) {
            // This service may still be reading the blocks in which the bid was revealed.
            Bid bid = bids.at(event.mandateId(), bidIndex)
                    .filter(known -> known.status() == BidStatus.REVEALED)
                    .orElseThrow(() -> new MissingPrerequisite(
                            "the reveal of bid " + bidIndex + " under mandate " + event.mandateId()));
            bid.putOnBallot();
        }
    }
}

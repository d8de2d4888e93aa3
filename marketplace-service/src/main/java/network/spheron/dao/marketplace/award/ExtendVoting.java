package network.spheron.dao.marketplace.award;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.VotingExtended;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Moves the end of the vote on a workstream's bids. */
@ApplicationScoped
class ExtendVoting implements EventHandler<VotingExtended> {
    private final Workstreams workstreams;

    ExtendVoting(Workstreams workstreams) {
        this.workstreams = workstreams;
    }

    @Override
    public Class<VotingExtended> type() {
        return VotingExtended.class;
    }

    @Override
    public void handle(VotingExtended event) {
        workstreams
                .findByIdOptional(event.mandateId())
                .orElseThrow(() -> new MissingPrerequisite("workstream " + event.mandateId()))
                .votingExtended(event.votingEnds());
    }
}

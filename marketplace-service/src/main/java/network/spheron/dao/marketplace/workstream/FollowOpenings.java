package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.events.WorkstreamOpened;
import network.spheron.dao.messaging.Outbox;

/** Fixes a workstream's windows once the BidBook contract has, and publishes that. */
@ApplicationScoped
class FollowOpenings implements ChainListener {
    private final Workstreams workstreams;
    private final Outbox outbox;

    FollowOpenings(Workstreams workstreams, Outbox outbox) {
        this.workstreams = workstreams;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.BID_BOOK);
    }

    @Override
    public void on(ChainLog log) {
        if (!log.is(BidBook.WorkstreamOpened.TOPIC)) {
            return;
        }
        BidBook.WorkstreamOpened opened = BidBook.WorkstreamOpened.decode(log.topics(), log.data());
        Workstream workstream = workstreams.require(opened.mandateId());
        workstream.opened(
                new Windows(opened.openedAt(), opened.biddingEnds(), opened.revealEnds(), opened.reviewEnds()));
        outbox.publish(new WorkstreamOpened(
                opened.mandateId(),
                opened.openedAt(),
                opened.biddingEnds(),
                opened.revealEnds(),
                opened.reviewEnds(),
                workstream.terms().maxBids()));
    }
}

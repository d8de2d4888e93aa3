package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.BidRevealed;
import network.spheron.dao.messaging.EventHandler;

/** Learns titles and prices of the bids. */
@ApplicationScoped
class BidNews implements EventHandler<BidRevealed> {
    private final ContendingBids bids;

    BidNews(ContendingBids bids) {
        this.bids = bids;
    }

    @Override
    public Class<BidRevealed> type() {
        return BidRevealed.class;
    }

    @Override
    public void handle(BidRevealed event) {
        bids.persist(new ContendingBid(event));
    }
}

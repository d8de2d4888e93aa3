package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.WorkstreamStatus;

/** Whether a workstream takes one more bid now. The contract decides again when the bid arrives there. */
@ApplicationScoped
class BiddingRoom {
    private final Bids bids;
    private final ChainClock clock;

    BiddingRoom(Bids bids, ChainClock clock) {
        this.bids = bids;
        this.clock = clock;
    }

    void requireOpen(Workstream workstream) {
        WorkstreamStatus status = workstream.statusAt(clock.now());
        if (status == WorkstreamStatus.GRANTED) {
            throw new BiddingClosed("Bidding has not been opened on chain yet.");
        }
        if (status != WorkstreamStatus.OPEN) {
            throw new BiddingClosed("Bidding for this workstream has closed.");
        }
    }

    void requirePlace(Workstream workstream, String bidder) {
        int limit = workstream.terms().bidsPerBidder();
        if (bids.countBy(workstream.mandateId(), bidder) >= limit) {
            throw new TooManyBids("This wallet has made the " + limit + (limit == 1 ? " bid" : " bids")
                    + " that the mandate allows it.");
        }
        int most = workstream.terms().maxBids();
        if (bids.countOf(workstream.mandateId()) >= most) {
            throw new TooManyBids("The mandate allows " + most + " bids in all, and they have been made.");
        }
    }
}

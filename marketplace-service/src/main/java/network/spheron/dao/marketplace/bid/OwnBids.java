package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.UUID;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.web.NotFound;

/** The caller's own bids, the only ones whose sealed terms the caller may touch. */
@ApplicationScoped
class OwnBids {
    private final SealedBids sealedBids;
    private final Workstreams workstreams;
    private final BiddingRoom room;
    private final Caller caller;

    OwnBids(SealedBids sealedBids, Workstreams workstreams, BiddingRoom room, Caller caller) {
        this.sealedBids = sealedBids;
        this.workstreams = workstreams;
        this.room = room;
        this.caller = caller;
    }

    /** A held bid of the caller; somebody else's is not found, since even its existence is secret. */
    SealedBid requireSealed(BigInteger mandateId, UUID bidId) {
        return sealedBids
                .findByIdOptional(bidId)
                .filter(bid -> bid.mandateId().equals(mandateId))
                .filter(bid -> isOwn(bid.bidder()))
                .orElseThrow(() -> new NotFound("bid " + bidId));
    }

    /** The bid's workstream, open for one more bid of this bidder. */
    Workstream requireRoom(SealedBid bid) {
        Workstream workstream = workstreams.require(bid.mandateId());
        room.requireOpen(workstream);
        return workstream;
    }

    boolean isOwn(String bidder) {
        return caller.isSignedIn() && caller.wallets().contains(bidder);
    }
}

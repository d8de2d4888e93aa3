package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.web.NotFound;
import network.spheron.dao.web.OwnTransaction;

/** Lets a bidder take a sealed bid back, which only the bidder's own transaction can do. */
@ApplicationScoped
class WithdrawBid {
    private final Bids bids;
    private final BidSigning signing;
    private final Caller caller;

    WithdrawBid(Bids bids, BidSigning signing, Caller caller) {
        this.bids = bids;
        this.signing = signing;
        this.caller = caller;
    }

    @Transactional
    OwnTransaction transaction(UUID bidId) {
        Bid bid = bids.findByIdOptional(bidId).orElseThrow(() -> new NotFound("bid " + bidId));
        caller.requireWallet(bid.bidder());
        return signing.withdrawal(bid);
    }
}

package network.spheron.dao.treasury.escrow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.BidRevealed;
import network.spheron.dao.messaging.EventHandler;

/** All revealed bids, as marketplace tells of them. */
@ApplicationScoped
class RevealedBids implements PanacheRepositoryBase<RevealedBid, BidKey>, EventHandler<BidRevealed> {
    @Override
    public Class<BidRevealed> type() {
        return BidRevealed.class;
    }

    @Override
    public void handle(BidRevealed event) {
        // The escrow takes only what the bid was signed over, so later news can only be better.
        getEntityManager().merge(new RevealedBid(event));
    }
}

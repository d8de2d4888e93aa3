package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.events.BidDisqualified;
import network.spheron.dao.marketplace.bid.Bid;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.messaging.Outbox;

/** Publishes why a bid was disqualified, once the contract has accepted it, and brings back one that a vote readmits. */
@ApplicationScoped
class FollowDisqualifications implements ChainListener {
    static final String REASON_UNKNOWN = "The reason was not given to this portal; the chain has its hash only.";

    private final Bids bids;
    private final StewardSignatures signatures;
    private final Outbox outbox;

    FollowDisqualifications(Bids bids, StewardSignatures signatures, Outbox outbox) {
        this.bids = bids;
        this.signatures = signatures;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.BID_BOOK);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(BidBook.BidDisqualified.TOPIC)) {
            disqualified(BidBook.BidDisqualified.decode(log.topics(), log.data()));
        } else if (log.is(BidBook.BidReadmitted.TOPIC)) {
            BidBook.BidReadmitted event = BidBook.BidReadmitted.decode(log.topics(), log.data());
            bids.require(event.mandateId(), event.bidIndex().intValueExact()).readmitted();
        }
    }

    private void disqualified(BidBook.BidDisqualified event) {
        Bid bid = bids.require(event.mandateId(), event.bidIndex().intValueExact());
        String reason = signatures
                .reason(event.mandateId(), bid.bidIndex(), event.reasonHash())
                .orElse(REASON_UNKNOWN);
        bid.disqualified(reason, event.reasonHash());
        outbox.publish(new BidDisqualified(event.mandateId(), bid.bidIndex(), reason, event.reasonHash()));
    }
}

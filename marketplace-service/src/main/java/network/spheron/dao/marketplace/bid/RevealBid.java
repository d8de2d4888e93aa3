package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.node.Contracts;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.web.NotFound;
import org.jspecify.annotations.Nullable;

/** Reveals a bid at its bidder's wish; the keeper does the same for every held bid. */
@ApplicationScoped
class RevealBid {
    private final Bids bids;
    private final SealedBids sealedBids;
    private final Workstreams workstreams;
    private final RevealWindow window;
    private final Contracts contracts;
    private final Caller caller;

    RevealBid(
            Bids bids,
            SealedBids sealedBids,
            Workstreams workstreams,
            RevealWindow window,
            Contracts contracts,
            Caller caller) {
        this.bids = bids;
        this.sealedBids = sealedBids;
        this.workstreams = workstreams;
        this.window = window;
        this.contracts = contracts;
        this.caller = caller;
    }

    /**
     * Hands the reveal to the relay.
     *
     * @param given the terms with their salt, where this service does not hold them
     */
    @Transactional
    SubmissionView reveal(UUID bidId, @Nullable BidRequest given) {
        Bid bid = bids.findByIdOptional(bidId).orElseThrow(() -> new NotFound("bid " + bidId));
        caller.requireWallet(bid.bidder());
        window.require(bid);
        return window.reveal(bid, terms(bid, given));
    }

    private SealedBid terms(Bid bid, @Nullable BidRequest given) {
        if (given == null) {
            return sealedBids
                    .byCommitment(bid.mandateId(), bid.bidder(), bid.commitment())
                    .orElseThrow(TermsNotHeld::new);
        }
        SealedBid opened = new SealedBid(
                bid.mandateId(),
                bid.bidder(),
                BidRules.words(given),
                BidRules.offer(given, workstreams.require(bid.mandateId()).terms(), contracts),
                BidRules.salt(given.salt() == null ? "" : given.salt()));
        if (!opened.commitment().equals(bid.commitment())) {
            throw new CommitmentMismatch(opened.commitment(), bid.commitment());
        }
        return sealedBids
                .byCommitment(bid.mandateId(), bid.bidder(), bid.commitment())
                .orElseGet(() -> {
                    sealedBids.persist(opened);
                    return opened;
                });
    }
}

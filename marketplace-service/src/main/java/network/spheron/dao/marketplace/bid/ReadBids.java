package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.web.NotFound;

/** Shows bids: sealed terms to their bidder, revealed ones to everybody. */
@ApplicationScoped
public class ReadBids {
    private final Bids bids;
    private final SealedBids sealedBids;
    private final BidActions actions;
    private final TransactionRelay relay;
    private final Caller caller;

    ReadBids(Bids bids, SealedBids sealedBids, BidActions actions, TransactionRelay relay, Caller caller) {
        this.bids = bids;
        this.sealedBids = sealedBids;
        this.actions = actions;
        this.relay = relay;
        this.caller = caller;
    }

    /** The caller's bids: drafts first, then the newest. */
    @Transactional
    List<BidView> mine() {
        Set<String> wallets = caller.wallets();
        if (wallets.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        sealedBids.notCommitted(wallets).stream().map(this::draft),
                        bids.byBidders(wallets).stream().map(this::onChain))
                .toList();
    }

    /** The caller's bids in short. */
    @Transactional
    public List<OwnBidLine> ownLines() {
        return mine().stream().map(OwnBidLine::of).toList();
    }

    /** One bid, as far as the caller may see it. */
    @Transactional
    BidView one(UUID bidId) {
        Optional<Bid> onChain = bids.findByIdOptional(bidId);
        if (onChain.isPresent()) {
            return onChain(onChain.get());
        }
        return sealedBids
                .findByIdOptional(bidId)
                .filter(bid -> isOwn(bid.bidder()))
                .map(bid -> bids.committed(bid).map(this::onChain).orElseGet(() -> draft(bid)))
                .orElseThrow(() -> new NotFound("bid " + bidId));
    }

    private BidView draft(SealedBid bid) {
        return new BidView(
                bid.id(),
                bid.mandateId().toString(),
                null,
                "draft",
                bid.signature().isPresent() ? "Signed, on its way" : "Draft, not signed",
                bid.bidder(),
                bid.commitment(),
                null,
                null,
                true,
                true,
                BidTermsView.held(bid),
                null,
                null,
                null,
                relay.findByKey(SubmitBid.commitKey(bid)).orElse(null),
                actions.ofDraft(bid));
    }

    private BidView onChain(Bid bid) {
        return new BidView(
                bid.id(),
                bid.mandateId().toString(),
                bid.bidIndex(),
                bid.status().slug(),
                bid.status().words(),
                bid.bidder(),
                bid.commitment(),
                bid.committedAt(),
                bid.commitTransaction(),
                isOwn(bid.bidder()),
                bid.terms().isEmpty(),
                terms(bid).orElse(null),
                bid.result().map(BidView.ResultView::of).orElse(null),
                bid.disqualificationReason().orElse(null),
                bid.fundingRefusal().orElse(null),
                null,
                actions.of(bid));
    }

    private Optional<BidTermsView> terms(Bid bid) {
        Optional<BidTermsView> revealed = bid.terms().map(terms -> BidTermsView.revealed(bid, terms));
        if (revealed.isPresent() || !isOwn(bid.bidder())) {
            return revealed;
        }
        return sealedBids
                .byCommitment(bid.mandateId(), bid.bidder(), bid.commitment())
                .map(BidTermsView::held);
    }

    private boolean isOwn(String bidder) {
        return caller.isSignedIn() && caller.wallets().contains(bidder);
    }
}

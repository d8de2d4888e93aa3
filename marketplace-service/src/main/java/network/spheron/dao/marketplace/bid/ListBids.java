package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.marketplace.workstream.BidLine;
import network.spheron.dao.marketplace.workstream.BidsOfWorkstream;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/** Lists a workstream's bids without the terms of sealed ones. */
@ApplicationScoped
class ListBids implements BidsOfWorkstream {
    private static final Comparator<Bid> BEST_FIRST =
            Comparator.comparingInt(ListBids::rank).thenComparingInt(Bid::bidIndex);

    private final Bids bids;
    private final BidActions actions;

    ListBids(Bids bids, BidActions actions) {
        this.bids = bids;
        this.actions = actions;
    }

    @Override
    public List<BidLine> of(Workstream workstream) {
        return bids.of(workstream.mandateId()).stream()
                .sorted(BEST_FIRST)
                .map(ListBids::line)
                .toList();
    }

    @Override
    public Action mayBid(Workstream workstream) {
        return actions.bid(workstream);
    }

    private static int rank(Bid bid) {
        // Approved bids by place, then the others of the ballot, then those that were never on it.
        return bid.result()
                .map(result -> result.place() > 0 ? result.place() : Integer.MAX_VALUE - 1)
                .orElse(Integer.MAX_VALUE);
    }

    private static BidLine line(Bid bid) {
        Optional<RevealedTerms> terms = bid.terms();
        Optional<BallotResult> result = bid.result();
        return new BidLine(
                bid.id(),
                bid.bidIndex(),
                bid.status().slug(),
                bid.status().words(),
                bid.bidder(),
                bid.commitment(),
                terms.isEmpty(),
                terms.isPresent() ? bid.title() : null,
                terms.map(RevealedTerms::payee).orElse(null),
                terms.map(revealed -> revealed.price().toString()).orElse(null),
                result.map(ListBids::votes).orElse(null),
                result.map(BallotResult::approved).orElse(null),
                result.map(BallotResult::won).orElse(null),
                result.map(BallotResult::place).orElse(null),
                reason(bid));
    }

    private static BidLine.Votes votes(BallotResult result) {
        return new BidLine.Votes(
                result.yes().toString(),
                result.no().toString(),
                result.abstain().toString());
    }

    private static @Nullable String reason(Bid bid) {
        return bid.fundingRefusal()
                .or(bid::disqualificationReason)
                .or(() -> bid.result().map(BallotResult::reason))
                .orElse(null);
    }
}

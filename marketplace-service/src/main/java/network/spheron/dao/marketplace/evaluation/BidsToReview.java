package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.spheron.dao.marketplace.bid.Bid;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.web.Action;

/** Revealed bids that stewards may still take off the ballot. */
@ApplicationScoped
class BidsToReview implements QueueSource {
    private final Bids bids;
    private final BidReview review;
    private final StewardSignatures signatures;
    private final StewardEligibility eligibility;
    private final QueueContext context;

    BidsToReview(
            Bids bids,
            BidReview review,
            StewardSignatures signatures,
            StewardEligibility eligibility,
            QueueContext context) {
        this.bids = bids;
        this.review = review;
        this.signatures = signatures;
        this.eligibility = eligibility;
        this.context = context;
    }

    @Override
    public List<QueueItem> waiting() {
        int needed = context.threshold();
        Map<BigInteger, Set<String>> interested = new HashMap<>();
        return bids.inReview(context.now()).stream()
                .map(bid -> item(bid, needed, interested.computeIfAbsent(bid.mandateId(), review::interested)))
                .toList();
    }

    private QueueItem item(Bid bid, int needed, Set<String> interested) {
        List<StewardSignature> given =
                signatures.about(List.of(DecisionAction.DISQUALIFY_BID), bid.mandateId(), bid.bidIndex(), 0);
        String against = eligibility.against(interested);
        return new QueueItem(
                "bid",
                bid.title(),
                "/bids/" + bid.id(),
                bid.mandateId().toString(),
                bid.bidIndex(),
                null,
                null,
                null,
                null,
                bid.terms().map(terms -> terms.price().toString()).orElse("0"),
                review.requireOpen(bid),
                StewardEligibility.proposals(given),
                needed,
                List.of(Action.unless(
                        "disqualify",
                        against != null
                                ? against
                                : eligibility.againstTwice(
                                        given, DecisionAction.DISQUALIFY_BID, DisqualifyBid.key(bid)))));
    }
}

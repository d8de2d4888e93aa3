package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.marketplace.bid.Bid;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** Takes a bid off the ballot for a published reason that enough stewards signed. */
@ApplicationScoped
class DisqualifyBid {
    private final Bids bids;
    private final BidReview review;
    private final CollectSignatures signatures;
    private final RelayDecision relayDecision;

    DisqualifyBid(Bids bids, BidReview review, CollectSignatures signatures, RelayDecision relayDecision) {
        this.bids = bids;
        this.review = review;
        this.signatures = signatures;
        this.relayDecision = relayDecision;
    }

    /** What the steward signs. */
    @Transactional
    PreparedDecision prepare(BigInteger mandateId, int bidIndex, DisqualificationRequest request) {
        Bid bid = bids.require(mandateId, bidIndex);
        StewardVote vote = vote(bid, request);
        return new PreparedDecision(
                signatures.prepare(vote),
                List.of(
                        "You disqualify bid " + (bidIndex + 1) + ", “" + bid.title() + "”, under mandate " + mandateId
                                + ".",
                        "It will not be on the ballot. This reason is published: “"
                                + vote.decision().reason() + "”"),
                0,
                vote.expiry(),
                vote.decision().reasonHash());
    }

    /** Keeps the steward's signature, and relays the disqualification once there are enough. */
    @Transactional
    CollectedDecision submit(BigInteger mandateId, int bidIndex, DisqualificationRequest request) {
        Bid bid = bids.require(mandateId, bidIndex);
        StewardVote vote = vote(bid, request);
        return relayDecision.collect(
                vote,
                key(bid),
                approvals -> BidBook.disqualify(
                        mandateId, BigInteger.valueOf(bidIndex), vote.decision().reasonHash(), approvals));
    }

    /** The domain fact that a relayed disqualification brings about. */
    static String key(Bid bid) {
        return "workstream:" + bid.mandateId() + ":bid:" + bid.bidIndex() + ":disqualify";
    }

    private StewardVote vote(Bid bid, DisqualificationRequest request) {
        long reviewEnds = review.requireOpen(bid);
        DecisionAction action = DecisionAction.DISQUALIFY_BID;
        StewardDecision decision = new StewardDecision(
                action,
                bid.mandateId(),
                bid.bidIndex(),
                0,
                bid.commitment(),
                StewardDecision.reason(action, request.reason()));
        Long expiry = request.expiry();
        return new StewardVote(
                decision,
                steward(request.steward()),
                expiry == null ? reviewEnds : expiry,
                request.signature(),
                review.interested(bid.mandateId()));
    }

    private static String steward(@Nullable String given) {
        if (given == null || given.isBlank()) {
            throw new InvalidField("steward", "is missing");
        }
        return given.toLowerCase(Locale.ROOT);
    }
}

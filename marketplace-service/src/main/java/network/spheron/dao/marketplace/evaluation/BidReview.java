package network.spheron.dao.marketplace.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.marketplace.bid.Bid;
import network.spheron.dao.marketplace.bid.BidStatus;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.marketplace.workstream.Windows;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.WorkstreamStatus;
import network.spheron.dao.marketplace.workstream.Workstreams;

/** The time in which stewards look at revealed bids, and who may not. */
@ApplicationScoped
class BidReview {
    private final Workstreams workstreams;
    private final Bids bids;
    private final ChainClock clock;

    BidReview(Workstreams workstreams, Bids bids, ChainClock clock) {
        this.workstreams = workstreams;
        this.bids = bids;
        this.clock = clock;
    }

    /** When the review of a revealed bid ends, in seconds since the epoch. */
    long requireOpen(Bid bid) {
        Workstream workstream = workstreams.require(bid.mandateId());
        if (bid.status() != BidStatus.REVEALED) {
            throw new NotInReviewWindow("Only a revealed bid can be disqualified; this one is: "
                    + bid.status().words() + ".");
        }
        if (bid.isReadmitted()) {
            throw new NotInReviewWindow("A vote has readmitted this bid: stewards cannot disqualify it again.");
        }
        WorkstreamStatus status = workstream.statusAt(clock.now());
        if (status != WorkstreamStatus.REVIEW) {
            throw new NotInReviewWindow(
                    status == WorkstreamStatus.REVEALING
                            ? "The review begins when the time for revealing has passed."
                            : "The review has ended.");
        }
        return workstream.windows().map(Windows::reviewEnds).orElseThrow();
    }

    /** Every bidder and payee of the mandate: a competitor does not judge either. */
    Set<String> interested(BigInteger mandateId) {
        Set<String> wallets = new HashSet<>();
        for (Bid bid : bids.of(mandateId)) {
            wallets.add(bid.bidder());
            bid.terms().ifPresent(terms -> wallets.add(terms.payee()));
        }
        return wallets;
    }
}

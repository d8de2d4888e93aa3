package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.Nothing;
import network.spheron.dao.marketplace.workstream.WorkstreamStatus;
import network.spheron.dao.marketplace.workstream.Workstreams;

/** When a bid can be revealed, and the call that does it. */
@ApplicationScoped
class RevealWindow {
    private final Workstreams workstreams;
    private final ChainClock clock;
    private final TransactionRelay relay;

    RevealWindow(Workstreams workstreams, ChainClock clock, TransactionRelay relay) {
        this.workstreams = workstreams;
        this.clock = clock;
        this.relay = relay;
    }

    void require(Bid bid) {
        if (bid.status() != BidStatus.COMMITTED) {
            throw new NotInRevealWindow(
                    "This bid is not sealed any more: " + bid.status().words() + ".");
        }
        WorkstreamStatus status = workstreams.require(bid.mandateId()).statusAt(clock.now());
        if (status == WorkstreamStatus.OPEN) {
            throw new NotInRevealWindow("Bids are revealed once bidding has closed.");
        }
        if (status != WorkstreamStatus.REVEALING) {
            throw new NotInRevealWindow("The time for revealing bids has passed.");
        }
    }

    SubmissionView reveal(Bid bid, SealedBid terms) {
        return relay.submit(key(bid), ContractName.BID_BOOK, call(bid, terms));
    }

    static String key(Bid bid) {
        return "workstream:" + bid.mandateId() + ":bid:" + bid.bidIndex() + ":reveal";
    }

    static FunctionCall<Nothing> call(Bid bid, SealedBid terms) {
        return BidBook.reveal(
                bid.mandateId(),
                BigInteger.valueOf(bid.bidIndex()),
                new BidBook.BidTerms(
                        terms.bidder(),
                        terms.payee(),
                        terms.token(),
                        terms.price(),
                        terms.milestonesHash(),
                        terms.textHash(),
                        terms.salt()),
                terms.milestones().stream()
                        .map(milestone -> new BidBook.Milestone(
                                milestone.amount(), milestone.duration(), milestone.descriptionHash()))
                        .toList());
    }
}

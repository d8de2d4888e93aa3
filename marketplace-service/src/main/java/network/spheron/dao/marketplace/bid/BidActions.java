package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.WorkstreamStatus;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.web.Action;
import network.spheron.dao.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What the caller may do about bids now, and why not. */
@ApplicationScoped
class BidActions {
    private final Workstreams workstreams;
    private final BiddingRoom room;
    private final RevealWindow window;
    private final ChainClock clock;
    private final Caller caller;

    BidActions(Workstreams workstreams, BiddingRoom room, RevealWindow window, ChainClock clock, Caller caller) {
        this.workstreams = workstreams;
        this.room = room;
        this.window = window;
        this.clock = clock;
        this.caller = caller;
    }

    /** Bidding for a workstream. */
    Action bid(Workstream workstream) {
        return Action.unless("bid", againstBidding(workstream));
    }

    private @Nullable String againstBidding(Workstream workstream) {
        String closed = refusal(() -> room.requireOpen(workstream));
        if (closed != null) {
            return closed;
        }
        if (!caller.isSignedIn()) {
            return "Sign in as a contractor to bid.";
        }
        if (!caller.hasRole(Roles.CONTRACTOR)) {
            return "Only contractors bid; your login does not have that role.";
        }
        if (caller.wallets().isEmpty()) {
            return "Link a wallet first: a bid is signed by it.";
        }
        // One linked wallet with room is enough.
        String full = null;
        for (String wallet : caller.wallets()) {
            full = refusal(() -> room.requirePlace(workstream, wallet));
            if (full == null) {
                return null;
            }
        }
        return full;
    }

    /** What its bidder may do with a bid that is not on chain. */
    List<Action> ofDraft(SealedBid bid) {
        return List.of(Action.unless("sign", refusal(() -> room.requireOpen(workstreams.require(bid.mandateId())))));
    }

    /** What may be done with a bid on chain. */
    List<Action> of(Bid bid) {
        String notMine =
                caller.isSignedIn() && caller.wallets().contains(bid.bidder()) ? null : "Only the bidder can do this.";
        return List.of(
                Action.unless("withdraw", notMine != null ? notMine : againstWithdrawing(bid)),
                Action.unless("reveal", notMine != null ? notMine : refusal(() -> window.require(bid))));
    }

    private @Nullable String againstWithdrawing(Bid bid) {
        if (bid.status() != BidStatus.COMMITTED) {
            return "This bid is not sealed any more: " + bid.status().words() + ".";
        }
        boolean open = workstreams.require(bid.mandateId()).statusAt(clock.now()) == WorkstreamStatus.OPEN;
        return open ? null : "A bid can be taken back only while bidding is open.";
    }

    private static @Nullable String refusal(Runnable check) {
        try {
            check.run();
            return null;
        } catch (Refusal refusal) {
            return refusal.detail();
        }
    }
}

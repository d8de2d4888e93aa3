package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import network.spheron.dao.chain.node.Contracts;
import network.spheron.dao.chain.signing.TypedData;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.web.NotFound;
import org.jspecify.annotations.Nullable;

/** Holds a bid's terms and gives its bidder what there is to sign. */
@ApplicationScoped
class PrepareBid {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Workstreams workstreams;
    private final SealedBids sealedBids;
    private final BiddingRoom room;
    private final BidSigning signing;
    private final Contracts contracts;
    private final Caller caller;

    PrepareBid(
            Workstreams workstreams,
            SealedBids sealedBids,
            BiddingRoom room,
            BidSigning signing,
            Contracts contracts,
            Caller caller) {
        this.workstreams = workstreams;
        this.sealedBids = sealedBids;
        this.room = room;
        this.signing = signing;
        this.contracts = contracts;
        this.caller = caller;
    }

    /** Holds the bid; the same terms with the same salt are the same bid. */
    @Transactional
    PreparedBid prepare(BigInteger mandateId, BidRequest request) {
        Workstream workstream = workstreams.require(mandateId);
        String bidder = BidRules.address("bidder", request.bidder());
        caller.requireWallet(bidder);
        room.requireOpen(workstream);
        SealedBid bid = new SealedBid(
                mandateId,
                bidder,
                BidRules.words(request),
                BidRules.offer(request, workstream.terms(), contracts),
                salt(request.salt()));
        room.requirePlace(workstream, bidder);
        return prepared(hold(bid), workstream);
    }

    /** What the caller signs for a bid that is held already. */
    @Transactional
    PreparedBid again(UUID bidId) {
        SealedBid bid = sealedBids
                .findByIdOptional(bidId)
                .filter(held -> caller.wallets().contains(held.bidder()))
                .orElseThrow(() -> new NotFound("bid " + bidId));
        Workstream workstream = workstreams.require(bid.mandateId());
        room.requireOpen(workstream);
        return prepared(bid, workstream);
    }

    private SealedBid hold(SealedBid bid) {
        return sealedBids
                .byCommitment(bid.mandateId(), bid.bidder(), bid.commitment())
                .orElseGet(() -> {
                    sealedBids.persist(bid);
                    return bid;
                });
    }

    private PreparedBid prepared(SealedBid bid, Workstream workstream) {
        BigInteger bond = workstream.terms().bond();
        TypedData permit = bond.signum() == 0
                ? null
                : signing.permit(
                        bid.bidder(), bond, workstream.windows().orElseThrow().biddingEnds());
        return new PreparedBid(
                bid.id(),
                signing.bid(bid, workstream.terms().purposeHash()),
                signing.words(bid, bond),
                bid.commitment(),
                bid.salt(),
                signing.ownCommit(bid),
                permit);
    }

    private static String salt(@Nullable String given) {
        if (given != null && !given.isBlank()) {
            return BidRules.salt(given);
        }
        byte[] drawn = new byte[32];
        RANDOM.nextBytes(drawn);
        return "0x" + HexFormat.of().formatHex(drawn);
    }
}

package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.marketplace.signature.SignatureExpired;
import network.spheron.dao.marketplace.signature.Signed;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.TokenAmount;
import org.jspecify.annotations.Nullable;

/** Relays a signed bid's commitment; the terms stay here until the reveal. */
@ApplicationScoped
class SubmitBid {
    private static final String NO_WORD = "0x" + "0".repeat(64);
    private static final BidBook.BondPermit NO_PERMIT =
            new BidBook.BondPermit(BigInteger.ZERO, BigInteger.ZERO, 0, NO_WORD, NO_WORD);

    private final OwnBids own;
    private final Bids bids;
    private final BidSigning signing;
    private final ChainClock clock;
    private final TransactionRelay relay;

    SubmitBid(OwnBids own, Bids bids, BidSigning signing, ChainClock clock, TransactionRelay relay) {
        this.own = own;
        this.bids = bids;
        this.signing = signing;
        this.clock = clock;
        this.relay = relay;
    }

    /** Checks the signature and hands the commitment to the relay; what the bidder sends may be on chain before it is announced. */
    @Transactional
    SubmittedBid submit(BigInteger mandateId, SubmitBidRequest request) {
        UUID bidId = request.bidId();
        if (bidId == null) {
            throw new InvalidField("bidId", "is missing");
        }
        SealedBid bid = own.requireSealed(mandateId, bidId);
        Optional<Bid> onChain = bids.committed(bid);
        if (request.isDirect() && onChain.isPresent()) {
            return new SubmittedBid(bidId, null);
        }
        Workstream workstream = own.requireRoom(bid);
        onChain.ifPresent(committed -> {
            throw new AlreadyCommitted(committed.bidIndex());
        });
        if (request.isDirect()) {
            return new SubmittedBid(bidId, null);
        }
        String signature =
                Signed.by(bid.bidder(), signing.bid(bid, workstream.terms().purposeHash()), request.signature());
        BidBook.BondPermit permit = permit(bid.bidder(), workstream.terms().bond(), request.permit());
        bid.signed(signature);
        SubmissionView submission = relay.submit(
                commitKey(bid),
                ContractName.BID_BOOK,
                BidBook.commitBySig(mandateId, bid.bidder(), bid.commitment(), signature, permit));
        return new SubmittedBid(bidId, submission);
    }

    /** The domain fact that a relayed commitment brings about. */
    static String commitKey(SealedBid bid) {
        return "workstream:" + bid.mandateId() + ":bid:" + bid.bidder() + ":" + bid.commitment() + ":commit";
    }

    private BidBook.BondPermit permit(String bidder, BigInteger bond, SubmitBidRequest.@Nullable Permit permit) {
        if (permit == null || bond.signum() == 0) {
            return NO_PERMIT;
        }
        BigInteger value = TokenAmount.parseSmallest("permit.value", permit.value() == null ? "" : permit.value());
        Long deadline = permit.deadline();
        if (deadline == null) {
            throw new InvalidField("permit.deadline", "is missing");
        }
        if (deadline < clock.now()) {
            throw new SignatureExpired(deadline, clock.now());
        }
        String signature = Signed.by(bidder, signing.permit(bidder, value, deadline), permit.signature());
        return new BidBook.BondPermit(
                value,
                BigInteger.valueOf(deadline),
                Integer.parseInt(signature.substring(130), 16),
                "0x" + signature.substring(2, 66),
                "0x" + signature.substring(66, 130));
    }
}

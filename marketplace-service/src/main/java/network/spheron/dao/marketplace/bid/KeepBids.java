package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.marketplace.keeper.DueCalls;

/** Reveals every held bid once bidding has closed, and settles those that were not. */
@ApplicationScoped
class KeepBids {
    private final Bids bids;
    private final SealedBids sealedBids;
    private final DueCalls due;
    private final DueWork dueWork;

    KeepBids(Bids bids, SealedBids sealedBids, DueCalls due, DueWork dueWork) {
        this.bids = bids;
        this.sealedBids = sealedBids;
        this.due = due;
        this.dueWork = dueWork;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        long now = advanced.block().timestamp();
        dueWork.each("reveal", () -> bids.toReveal(now), id -> reveal(bids.findById(id)));
        dueWork.each(
                "missed reveal",
                () -> bids.missedReveal(now),
                id -> bids.findById(id).unrevealed());
        dueWork.each("bond", () -> bids.bondsToSettle(now), id -> settleBond(bids.findById(id)));
    }

    private void reveal(Bid bid) {
        sealedBids
                .byCommitment(bid.mandateId(), bid.bidder(), bid.commitment())
                .ifPresent(
                        terms -> due.send(RevealWindow.key(bid), ContractName.BID_BOOK, RevealWindow.call(bid, terms)));
    }

    private void settleBond(Bid bid) {
        BigInteger index = BigInteger.valueOf(bid.bidIndex());
        boolean withdrawn = bid.status() == BidStatus.WITHDRAWN;
        due.send(
                "workstream:" + bid.mandateId() + ":bid:" + bid.bidIndex() + ":bond",
                ContractName.BID_BOOK,
                withdrawn ? BidBook.returnBond(bid.mandateId(), index) : BidBook.forfeitBond(bid.mandateId(), index));
    }
}

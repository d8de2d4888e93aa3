package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.events.BidRevealed;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.messaging.Outbox;

/** Keeps bids as the BidBook contract has them; one that was sent past this service is recognised by its commitment. */
@ApplicationScoped
class FollowBids implements ChainListener {
    private final Bids bids;
    private final SealedBids sealedBids;
    private final Workstreams workstreams;
    private final Outbox outbox;

    FollowBids(Bids bids, SealedBids sealedBids, Workstreams workstreams, Outbox outbox) {
        this.bids = bids;
        this.sealedBids = sealedBids;
        this.workstreams = workstreams;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.BID_BOOK);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(BidBook.BidCommitted.TOPIC)) {
            committed(BidBook.BidCommitted.decode(log.topics(), log.data()), log);
        } else if (log.is(BidBook.BidWithdrawn.TOPIC)) {
            BidBook.BidWithdrawn event = BidBook.BidWithdrawn.decode(log.topics(), log.data());
            at(event.mandateId(), event.bidIndex()).withdrawn();
        } else if (log.is(BidBook.BidRevealed.TOPIC)) {
            revealed(BidBook.BidRevealed.decode(log.topics(), log.data()), log.transactionHash());
        } else if (log.is(BidBook.BondReturned.TOPIC)) {
            BidBook.BondReturned event = BidBook.BondReturned.decode(log.topics(), log.data());
            at(event.mandateId(), event.bidIndex()).bondPaidOut();
        } else if (log.is(BidBook.BondForfeited.TOPIC)) {
            BidBook.BondForfeited event = BidBook.BondForfeited.decode(log.topics(), log.data());
            at(event.mandateId(), event.bidIndex()).bondPaidOut();
        }
    }

    private Bid at(BigInteger mandateId, BigInteger bidIndex) {
        return bids.require(mandateId, bidIndex.intValueExact());
    }

    private void committed(BidBook.BidCommitted event, ChainLog log) {
        BidPlace place = BidPlace.of(event.mandateId(), event.bidIndex());
        UUID id = sealedBids
                .byCommitment(event.mandateId(), event.bidder(), event.commitment())
                .map(SealedBid::id)
                .orElseGet(() -> idOf(place));
        CommitEvent committed = new CommitEvent(
                log.block().timestamp(),
                log.transactionHash(),
                workstreams.require(event.mandateId()).terms().bond().signum() > 0);
        bids.persist(new Bid(id, place, event.bidder(), event.commitment(), committed));
    }

    private static UUID idOf(BidPlace place) {
        String name = "bid:" + place.mandateId() + ":" + place.bidIndex();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII));
    }

    private void revealed(BidBook.BidRevealed event, String transactionHash) {
        BigInteger mandateId = event.mandateId();
        Bid bid = at(mandateId, event.bidIndex());
        Optional<SealedBid> held = sealedBids.byCommitment(mandateId, bid.bidder(), bid.commitment());
        BidBook.BidTerms terms = event.terms();
        bid.revealed(
                new RevealedTerms(
                        terms.payee(),
                        terms.token(),
                        terms.price(),
                        terms.milestonesHash(),
                        terms.textHash(),
                        transactionHash),
                plan(event.milestones(), held));
        held.map(SealedBid::words).ifPresent(bid::says);
        outbox.publish(new BidRevealed(
                mandateId,
                bid.bidIndex(),
                bid.bidder(),
                terms.payee(),
                terms.token(),
                terms.price(),
                bid.title(),
                event.milestones().stream()
                        .map(milestone -> new MilestoneTerms(
                                milestone.amount(), milestone.duration(), milestone.descriptionHash()))
                        .toList()));
    }

    private static List<MilestonePlan> plan(List<BidBook.Milestone> revealed, Optional<SealedBid> held) {
        // The commitment binds the hash of these very milestones, so held ones are the same, with their titles.
        if (held.isPresent()) {
            return held.get().milestones();
        }
        List<MilestonePlan> plan = new ArrayList<>();
        for (BidBook.Milestone milestone : revealed) {
            plan.add(new MilestonePlan(null, milestone.amount(), milestone.duration(), milestone.descriptionHash()));
        }
        return plan;
    }
}

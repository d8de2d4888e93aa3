package network.spheron.dao.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.SubmissionSettled;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.messaging.Outbox;

/** Turns awards into funded agreements once their standstill has passed, then closes the mandate. */
@ApplicationScoped
class FundAwards {
    private final Settlements settlements;
    private final Awards awards;
    private final RevealedBids revealedBids;
    private final TransactionRelay relay;
    private final Outbox outbox;

    FundAwards(
            Settlements settlements, Awards awards, RevealedBids revealedBids, TransactionRelay relay, Outbox outbox) {
        this.settlements = settlements;
        this.awards = awards;
        this.revealedBids = revealedBids;
        this.relay = relay;
        this.outbox = outbox;
    }

    @Transactional
    void onBlock(@Observes ChainAdvanced advanced) {
        settlements.due(advanced.block().timestamp()).forEach(this::settle);
    }

    private void settle(Settlement settlement) {
        List<Award> all = awards.of(settlement.mandateId);
        all.stream().filter(award -> award.status == AwardStatus.STANDSTILL).forEach(this::fund);
        if (all.stream().allMatch(award -> award.status == AwardStatus.FUNDED)) {
            relay.submit(
                    closingKey(settlement.mandateId),
                    ContractName.TREASURY,
                    Treasury.closeMandate(settlement.mandateId));
            settlement.closing();
        }
    }

    private void fund(Award award) {
        Optional<RevealedBid> bid = revealedBids.findByIdOptional(award.key);
        if (bid.isEmpty()) {
            // Its terms come over another topic and are on their way.
            return;
        }
        List<BidBook.Milestone> milestones =
                bid.get().milestones.stream().map(FundAwards::onChain).toList();
        relay.submit(
                award.fundingKey(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.create(award.key.mandateId(), BigInteger.valueOf(award.key.bidIndex()), milestones));
        award.requested();
    }

    void onSettled(@Observes SubmissionSettled settled) {
        if (settled.submission().status() == SubmissionStatus.REFUSED) {
            awards.withFundingKey(settled.submission().key())
                    .ifPresent(award -> outbox.publish(award.refused(
                            Optional.ofNullable(settled.submission().error()).orElse("Reverted"),
                            Optional.ofNullable(settled.submission().reason()).orElse(""))));
        }
    }

    private static String closingKey(BigInteger mandateId) {
        return "mandate:" + mandateId + ":close";
    }

    private static BidBook.Milestone onChain(MilestoneTerms terms) {
        return new BidBook.Milestone(terms.amount(), terms.duration(), terms.descriptionHash());
    }
}

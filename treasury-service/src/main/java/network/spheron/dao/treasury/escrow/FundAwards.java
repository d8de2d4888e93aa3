package network.spheron.dao.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.treasury.keeper.DueWork;

/** Turns awards into funded agreements once their standstill has passed. */
@ApplicationScoped
class FundAwards {
    private final Awards awards;
    private final RevealedBids revealedBids;
    private final TransactionRelay relay;
    private final DueWork dueWork;

    FundAwards(Awards awards, RevealedBids revealedBids, TransactionRelay relay, DueWork dueWork) {
        this.awards = awards;
        this.revealedBids = revealedBids;
        this.relay = relay;
        this.dueWork = dueWork;
    }

    void onBlock(@Observes ChainAdvanced advanced) {
        dueWork.each("funding", () -> awards.due(advanced.block().timestamp()), this::fund);
    }

    private void fund(BidKey key) {
        Award award = awards.findByIdOptional(key).orElseThrow();
        // Without them its terms, which come over another topic, are on their way.
        revealedBids.findByIdOptional(key).ifPresent(bid -> request(award, bid));
    }

    private void request(Award award, RevealedBid bid) {
        List<BidBook.Milestone> milestones =
                bid.milestones.stream().map(FundAwards::onChain).toList();
        relay.submit(
                award.fundingKey(),
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.create(award.key.mandateId(), BigInteger.valueOf(award.key.bidIndex()), milestones));
        award.requested();
    }

    private static BidBook.Milestone onChain(MilestoneTerms terms) {
        return new BidBook.Milestone(terms.amount(), terms.duration(), terms.descriptionHash());
    }
}

package network.spheron.dao.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.treasury.reconciliation.Reconciliations;
import network.spheron.dao.treasury.stop.PaymentGate;

/** Turns awards into funded agreements once their standstill has passed. */
@ApplicationScoped
class FundAwards {
    private final Awards awards;
    private final RevealedBids revealedBids;
    private final Reconciliations reconciliations;
    private final PaymentGate gate;
    private final ChainReader chain;
    private final TransactionRelay relay;
    private final DueWork dueWork;

    FundAwards(
            Awards awards,
            RevealedBids revealedBids,
            Reconciliations reconciliations,
            PaymentGate gate,
            ChainReader chain,
            TransactionRelay relay,
            DueWork dueWork) {
        this.awards = awards;
        this.revealedBids = revealedBids;
        this.reconciliations = reconciliations;
        this.gate = gate;
        this.chain = chain;
        this.relay = relay;
        this.dueWork = dueWork;
    }

    void onBlock(@Observes ChainAdvanced advanced) {
        dueWork.each("funding", () -> due(advanced.block()), this::fund);
    }

    /** Nothing leaves the treasury while payments are stopped, the ledger differs from the chain, or a contract is not the deployed one. */
    private List<BidKey> due(BlockRef block) {
        if (!reconciliations.isCurrent() || !reconciliations.isClean()) {
            return List.of();
        }
        List<BidKey> due = awards.due(block.timestamp());
        return due.isEmpty() || mayLeave(block) ? due : List.of();
    }

    private boolean mayLeave(BlockRef block) {
        return chain.foreignCode().isEmpty() && !gate.isClosed(block);
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

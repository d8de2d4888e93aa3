package network.spheron.dao.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.events.AgreementFunded;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.messaging.Outbox;
import network.spheron.dao.treasury.ledger.Account;
import network.spheron.dao.treasury.ledger.Ledger;

/** Follows the escrow for new agreements, and the treasury for mandates that were closed. */
@ApplicationScoped
class FundedAgreements implements ChainListener {
    private final Agreements agreements;
    private final Awards awards;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Event<AgreementFunded> funded;

    FundedAgreements(
            Agreements agreements, Awards awards, Ledger ledger, Outbox outbox, Event<AgreementFunded> funded) {
        this.agreements = agreements;
        this.awards = awards;
        this.ledger = ledger;
        this.outbox = outbox;
        this.funded = funded;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.MILESTONE_ESCROW, ContractName.TREASURY);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(MilestoneEscrow.AgreementFunded.TOPIC)) {
            funded(log, MilestoneEscrow.AgreementFunded.decode(log.topics(), log.data()));
        } else if (log.is(Treasury.MandateClosed.TOPIC)) {
            Treasury.MandateClosed event = Treasury.MandateClosed.decode(log.topics(), log.data());
            awards.of(event.mandateId()).forEach(Award::lapsed);
        }
    }

    private void funded(ChainLog log, MilestoneEscrow.AgreementFunded event) {
        Agreement agreement = new Agreement(event, log.transactionHash());
        agreements.persist(agreement);
        awards.findByIdOptional(new BidKey(agreement.mandateId, agreement.bidIndex))
                .ifPresent(Award::funded);
        ledger.record(
                log,
                "Agreement " + agreement.agreementId + " funded",
                agreement.price,
                agreement.token,
                Account.treasury(),
                Account.escrow(agreement.agreementId));
        AgreementFunded fact = fact(agreement, event.milestones());
        outbox.publish(fact);
        funded.fire(fact);
    }

    private static AgreementFunded fact(Agreement agreement, List<BidBook.Milestone> milestones) {
        return new AgreementFunded(
                agreement.mandateId,
                agreement.agreementId,
                agreement.bidIndex,
                agreement.contractor,
                agreement.payee,
                agreement.token,
                agreement.price,
                agreement.startedAt,
                milestones.stream()
                        .map(milestone -> new MilestoneTerms(
                                milestone.amount(), milestone.duration(), milestone.descriptionHash()))
                        .toList(),
                agreement.transactionHash);
    }
}

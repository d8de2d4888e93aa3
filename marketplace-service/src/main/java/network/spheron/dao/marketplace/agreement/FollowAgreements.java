package network.spheron.dao.marketplace.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.marketplace.bid.Bid;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.marketplace.milestone.Milestone;
import network.spheron.dao.marketplace.milestone.MilestoneId;
import network.spheron.dao.marketplace.milestone.MilestoneWork;
import network.spheron.dao.marketplace.milestone.Milestones;
import network.spheron.dao.marketplace.milestone.Parties;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.Workstreams;

/** Begins an agreement with its milestones once the escrow holds its money, and follows what it is changed to. */
@ApplicationScoped
class FollowAgreements implements ChainListener {
    /** What the contract gives as the bid's index for a direct agreement. */
    private static final BigInteger NO_BID = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);

    private final Agreements agreements;
    private final Milestones milestones;
    private final Bids bids;
    private final Workstreams workstreams;

    FollowAgreements(Agreements agreements, Milestones milestones, Bids bids, Workstreams workstreams) {
        this.agreements = agreements;
        this.milestones = milestones;
        this.bids = bids;
        this.workstreams = workstreams;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.MILESTONE_ESCROW);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(MilestoneEscrow.AgreementFunded.TOPIC)) {
            funded(MilestoneEscrow.AgreementFunded.decode(log.topics(), log.data()), log.transactionHash());
        } else if (log.is(MilestoneEscrow.AgreementChanged.TOPIC)) {
            changed(
                    MilestoneEscrow.AgreementChanged.decode(log.topics(), log.data()),
                    log.block().timestamp());
        } else if (log.is(MilestoneEscrow.AgreementTerminated.TOPIC)) {
            MilestoneEscrow.AgreementTerminated event =
                    MilestoneEscrow.AgreementTerminated.decode(log.topics(), log.data());
            agreements.require(event.agreementId()).terminate();
            milestones.of(event.agreementId()).forEach(Milestone::agreementEnded);
        } else {
            payee(log);
        }
    }

    private void payee(ChainLog log) {
        if (log.is(MilestoneEscrow.PayeeChangeRequested.TOPIC)) {
            MilestoneEscrow.PayeeChangeRequested event =
                    MilestoneEscrow.PayeeChangeRequested.decode(log.topics(), log.data());
            agreements
                    .require(event.agreementId())
                    .payeeChangeRequested(
                            new PayeeChange(event.number().intValueExact(), event.payee(), event.effectiveFrom()));
        } else if (log.is(MilestoneEscrow.PayeeChangeCancelled.TOPIC)) {
            agreements
                    .require(MilestoneEscrow.PayeeChangeCancelled.decode(log.topics(), log.data())
                            .agreementId())
                    .payeeChangeCancelled();
        } else if (log.is(MilestoneEscrow.PayeeChanged.TOPIC)) {
            MilestoneEscrow.PayeeChanged event = MilestoneEscrow.PayeeChanged.decode(log.topics(), log.data());
            agreements.require(event.agreementId()).paidTo(event.to());
            milestones.of(event.agreementId()).forEach(milestone -> milestone.paidTo(event.to()));
        }
    }

    /** Dropped milestones, which have an amount of zero here, are refunded by an event of their own. */
    private void changed(MilestoneEscrow.AgreementChanged event, long at) {
        Agreement agreement = agreements.require(event.agreementId());
        agreement.changed(event.added(), event.returned());
        for (MilestoneEscrow.Change change : event.changes()) {
            if (change.to().amount().signum() == 0) {
                continue;
            }
            MilestoneId id = new MilestoneId(event.agreementId(), change.index().intValueExact());
            MilestoneWork work = new MilestoneWork(
                    null, change.to().descriptionHash(), change.to().amount());
            long dueAt = at + change.to().duration();
            milestones
                    .findByIdOptional(id)
                    .ifPresentOrElse(
                            milestone -> milestone.changed(work, dueAt),
                            () -> milestones.persist(new Milestone(
                                    id, new Parties(agreement.contractor(), agreement.payee()), work, dueAt)));
        }
    }

    private void funded(MilestoneEscrow.AgreementFunded event, String transactionHash) {
        Optional<Bid> bid = event.bidIndex().equals(NO_BID)
                ? Optional.empty()
                : bids.at(event.mandateId(), event.bidIndex().intValueExact());
        Agreement.Subject subject = new Agreement.Subject(
                bid.map(Bid::id).orElse(null), bid.map(Bid::title).orElseGet(() -> direct(event.mandateId())));
        Agreement.FundedTerms terms = new Agreement.FundedTerms(
                event.contractor(), event.payee(), event.token(), event.price(), event.startedAt());
        agreements.persist(new Agreement(event.agreementId(), event.mandateId(), subject, terms, transactionHash));
        List<BidBook.Milestone> planned = event.milestones();
        Parties parties = new Parties(event.contractor(), event.payee());
        for (int i = 0; i < planned.size(); i++) {
            int position = i;
            BidBook.Milestone plan = planned.get(i);
            String title = bid.filter(won -> won.milestones().size() > position)
                    .map(won -> won.milestones().get(position).title())
                    .orElse(null);
            milestones.persist(new Milestone(
                    new MilestoneId(event.agreementId(), position),
                    parties,
                    new MilestoneWork(title, plan.descriptionHash(), plan.amount()),
                    event.startedAt() + plan.duration()));
        }
    }

    private String direct(BigInteger mandateId) {
        return workstreams.findByIdOptional(mandateId).map(Workstream::title).orElse("Mandate " + mandateId);
    }
}

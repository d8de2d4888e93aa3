package network.spheron.dao.marketplace.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.marketplace.milestone.Milestone;
import network.spheron.dao.marketplace.milestone.MilestoneId;
import network.spheron.dao.marketplace.milestone.Milestones;

/** Keeps what was paid and could not be delivered, until its payee fetches it. */
@ApplicationScoped
class FollowOwedPayments implements ChainListener {
    private final Agreements agreements;
    private final Milestones milestones;

    FollowOwedPayments(Agreements agreements, Milestones milestones) {
        this.agreements = agreements;
        this.milestones = milestones;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.MILESTONE_ESCROW);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(MilestoneEscrow.PaymentOwed.TOPIC)) {
            MilestoneEscrow.PaymentOwed event = MilestoneEscrow.PaymentOwed.decode(log.topics(), log.data());
            milestones
                    .require(new MilestoneId(
                            event.agreementId(), event.milestone().intValueExact()))
                    .owed(event.payee());
        } else if (log.is(MilestoneEscrow.PaymentWithdrawn.TOPIC)) {
            fetched(MilestoneEscrow.PaymentWithdrawn.decode(log.topics(), log.data()));
        }
    }

    /** A payee fetches all that it is owed in one token at once. */
    private void fetched(MilestoneEscrow.PaymentWithdrawn event) {
        milestones.owedTo(event.payee()).stream()
                .filter(milestone ->
                        agreements.require(milestone.id().agreementId()).token().equals(event.token()))
                .forEach(Milestone::fetched);
    }
}

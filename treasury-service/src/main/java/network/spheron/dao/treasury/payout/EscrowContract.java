package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.events.AgreementFunded;
import network.spheron.dao.events.MilestonePaid;
import network.spheron.dao.events.MilestoneRefunded;
import network.spheron.dao.messaging.Outbox;
import network.spheron.dao.treasury.ledger.Account;
import network.spheron.dao.treasury.ledger.Holders;
import network.spheron.dao.treasury.ledger.Ledger;

/** Follows the escrow for what left it, to payees and back to the treasury, and for what makes a refund due or not. */
@ApplicationScoped
class EscrowContract implements ChainListener {
    private final Payouts payouts;
    private final Ledger ledger;
    private final Holders holders;
    private final Outbox outbox;

    EscrowContract(Payouts payouts, Ledger ledger, Holders holders, Outbox outbox) {
        this.payouts = payouts;
        this.ledger = ledger;
        this.holders = holders;
        this.outbox = outbox;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.MILESTONE_ESCROW);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(MilestoneEscrow.MilestoneSubmitted.TOPIC)) {
            MilestoneEscrow.MilestoneSubmitted event =
                    MilestoneEscrow.MilestoneSubmitted.decode(log.topics(), log.data());
            payouts.payout(event.agreementId(), event.milestone()).submitted();
        } else if (log.is(MilestoneEscrow.MilestoneApproved.TOPIC)) {
            MilestoneEscrow.MilestoneApproved event =
                    MilestoneEscrow.MilestoneApproved.decode(log.topics(), log.data());
            payouts.payout(event.agreementId(), event.milestone()).payable();
        } else if (log.is(MilestoneEscrow.MilestoneSentBack.TOPIC)) {
            MilestoneEscrow.MilestoneSentBack event =
                    MilestoneEscrow.MilestoneSentBack.decode(log.topics(), log.data());
            payouts.payout(event.agreementId(), event.milestone()).sentBack(event.dueAt());
        } else if (log.is(MilestoneEscrow.MilestoneRejected.TOPIC)) {
            MilestoneEscrow.MilestoneRejected event =
                    MilestoneEscrow.MilestoneRejected.decode(log.topics(), log.data());
            payouts.payout(event.agreementId(), event.milestone()).rejected(event.challengeEnds());
        } else if (log.is(MilestoneEscrow.MilestoneChallenged.TOPIC)) {
            MilestoneEscrow.MilestoneChallenged event =
                    MilestoneEscrow.MilestoneChallenged.decode(log.topics(), log.data());
            payouts.payout(event.agreementId(), event.milestone()).challenged(event.rulingEnds());
        } else if (log.is(MilestoneEscrow.MilestonePaid.TOPIC)) {
            paid(log, MilestoneEscrow.MilestonePaid.decode(log.topics(), log.data()));
        } else if (log.is(MilestoneEscrow.MilestoneRefunded.TOPIC)) {
            refunded(log, MilestoneEscrow.MilestoneRefunded.decode(log.topics(), log.data()));
        }
    }

    /** Every milestone of a new agreement is a payout to come. */
    void onFunded(@Observes AgreementFunded agreement) {
        for (int milestone = 0; milestone < agreement.milestones().size(); milestone++) {
            payouts.persist(new Payout(agreement, milestone));
        }
    }

    private void paid(ChainLog log, MilestoneEscrow.MilestonePaid event) {
        Payout payout = payouts.payout(event.agreementId(), event.milestone());
        ledger.record(
                log,
                "Agreement %s, milestone %s paid"
                        .formatted(event.agreementId(), event.milestone().add(BigInteger.ONE)),
                event.amount(),
                event.token(),
                Account.escrow(event.agreementId()),
                holders.account(event.payee()));
        payout.paid(log.transactionHash());
        outbox.publish(new MilestonePaid(
                payout.mandateId,
                event.agreementId(),
                payout.key.milestone(),
                event.payee(),
                event.token(),
                event.amount(),
                log.transactionHash()));
    }

    private void refunded(ChainLog log, MilestoneEscrow.MilestoneRefunded event) {
        Payout payout = payouts.payout(
                event.agreementId(),
                event.milestone(),
                event.amount(),
                log.block().timestamp());
        ledger.record(
                log,
                "Agreement %s, milestone %s refunded"
                        .formatted(event.agreementId(), event.milestone().add(BigInteger.ONE)),
                event.amount(),
                payout.token,
                Account.escrow(event.agreementId()),
                Account.treasury());
        payout.refunded(log.transactionHash());
        outbox.publish(new MilestoneRefunded(
                payout.mandateId,
                event.agreementId(),
                payout.key.milestone(),
                payout.token,
                event.amount(),
                log.transactionHash()));
    }
}

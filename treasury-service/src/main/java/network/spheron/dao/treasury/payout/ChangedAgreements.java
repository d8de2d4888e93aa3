package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.treasury.escrow.Agreements;
import network.spheron.dao.treasury.ledger.Account;
import network.spheron.dao.treasury.ledger.Holders;
import network.spheron.dao.treasury.ledger.Ledger;

/** Follows what becomes of agreements after they were funded: other milestones, another payee, an early end, unpaid payees. */
@ApplicationScoped
class ChangedAgreements implements ChainListener {
    private final Agreements agreements;
    private final Payouts payouts;
    private final Ledger ledger;
    private final Holders holders;

    ChangedAgreements(Agreements agreements, Payouts payouts, Ledger ledger, Holders holders) {
        this.agreements = agreements;
        this.payouts = payouts;
        this.ledger = ledger;
        this.holders = holders;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.MILESTONE_ESCROW);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(MilestoneEscrow.AgreementChanged.TOPIC)) {
            changed(log, MilestoneEscrow.AgreementChanged.decode(log.topics(), log.data()));
        } else if (log.is(MilestoneEscrow.AgreementTerminated.TOPIC)) {
            MilestoneEscrow.AgreementTerminated event =
                    MilestoneEscrow.AgreementTerminated.decode(log.topics(), log.data());
            payouts.of(event.agreementId())
                    .forEach(payout -> payout.agreementEnded(log.block().timestamp()));
        } else if (log.is(MilestoneEscrow.PayeeChanged.TOPIC)) {
            MilestoneEscrow.PayeeChanged event = MilestoneEscrow.PayeeChanged.decode(log.topics(), log.data());
            agreements.paidTo(event.agreementId(), event.to());
            payouts.of(event.agreementId()).stream()
                    .filter(payout -> payout.status.canBecome(PayoutStatus.PAID))
                    .forEach(payout -> payout.paidTo(event.to()));
        } else if (log.is(MilestoneEscrow.PaymentOwed.TOPIC)) {
            owed(log, MilestoneEscrow.PaymentOwed.decode(log.topics(), log.data()));
        } else if (log.is(MilestoneEscrow.PaymentWithdrawn.TOPIC)) {
            MilestoneEscrow.PaymentWithdrawn event = MilestoneEscrow.PaymentWithdrawn.decode(log.topics(), log.data());
            payouts.owed(event.payee(), event.token()).forEach(Payout::fetched);
            ledger.record(
                    log,
                    "What was owed to " + event.payee() + " withdrawn",
                    event.amount(),
                    event.token(),
                    Account.owed(event.payee()),
                    holders.account(event.to()));
        }
    }

    /** Dropped milestones, which have an amount of zero here, are refunded by an event of their own. */
    private void changed(ChainLog log, MilestoneEscrow.AgreementChanged event) {
        long at = log.block().timestamp();
        BigInteger dropped = BigInteger.ZERO;
        for (MilestoneEscrow.Change change : event.changes()) {
            BigInteger amount = change.to().amount();
            if (amount.signum() == 0) {
                dropped = dropped.add(payouts.payout(event.agreementId(), change.index()).amount);
            } else {
                long dueAt = at + change.to().duration();
                payouts.payout(event.agreementId(), change.index(), amount, dueAt)
                        .changed(amount, dueAt);
            }
        }
        agreements.changed(
                event.agreementId(), event.added().subtract(event.returned()).subtract(dropped));
        String token = payouts.ofAny(event.agreementId()).token;
        String label = "Agreement %s, change order %s".formatted(event.agreementId(), event.number());
        Account escrow = Account.escrow(event.agreementId());
        ledger.record(log, label, event.added(), token, Account.treasury(), escrow);
        ledger.record(log, label, event.returned(), token, escrow, Account.treasury());
    }

    /** MilestonePaid has booked it as received; the escrow still holds it. */
    private void owed(ChainLog log, MilestoneEscrow.PaymentOwed event) {
        payouts.payout(event.agreementId(), event.milestone()).owed();
        ledger.record(
                log,
                "Agreement %s, milestone %s: the payee could not receive it"
                        .formatted(event.agreementId(), event.milestone().intValueExact() + 1),
                event.amount(),
                event.token(),
                holders.account(event.payee()),
                Account.owed(event.payee()));
    }
}

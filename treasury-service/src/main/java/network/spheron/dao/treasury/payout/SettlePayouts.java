package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.messaging.Outbox;
import network.spheron.dao.treasury.stop.PaymentGate;

/** Releases or refunds what is due, if every check holds. */
@ApplicationScoped
class SettlePayouts {
    private final Payouts payouts;
    private final PayoutChecks checks;
    private final PaymentGate gate;
    private final TransactionRelay relay;
    private final Outbox outbox;
    private final DueWork dueWork;

    SettlePayouts(
            Payouts payouts,
            PayoutChecks checks,
            PaymentGate gate,
            TransactionRelay relay,
            Outbox outbox,
            DueWork dueWork) {
        this.payouts = payouts;
        this.checks = checks;
        this.gate = gate;
        this.relay = relay;
        this.outbox = outbox;
        this.dueWork = dueWork;
    }

    void onBlock(@Observes ChainAdvanced advanced) {
        BlockRef block = advanced.block();
        dueWork.each("payout", () -> due(block), key -> settle(key, block));
    }

    private List<PayoutKey> due(BlockRef block) {
        return checks.arePossible() ? payouts.due(block.timestamp()) : List.of();
    }

    private void settle(PayoutKey key, BlockRef block) {
        Payout payout = payouts.findByIdOptional(key).orElseThrow();
        EscrowCall call = payout.callAt(block.timestamp());
        if (call == EscrowCall.RELEASE && gate.isClosed(block)) {
            return;
        }
        checks.objection(payout, block)
                .ifPresentOrElse(objection -> keep(payout, call, objection, block), () -> request(payout, call));
    }

    private void keep(Payout payout, EscrowCall call, Objection objection, BlockRef block) {
        if (objection instanceof Objection.NotYet notYet) {
            payout.putOff(call, notYet.until());
        } else if (objection instanceof Objection.Refusal refusal) {
            payout.refused(refusal.check(), refusal.detail(), block.timestamp()).ifPresent(outbox::publish);
        }
    }

    private void request(Payout payout, EscrowCall call) {
        relay.submit(call.key(payout.key), ContractName.MILESTONE_ESCROW, call.of(payout.key));
        payout.requested();
    }
}

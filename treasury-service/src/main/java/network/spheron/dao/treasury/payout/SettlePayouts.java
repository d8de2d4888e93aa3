package network.spheron.dao.treasury.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.messaging.Outbox;

/** Releases or refunds what is due, if every check holds. */
@ApplicationScoped
class SettlePayouts {
    private final Payouts payouts;
    private final PayoutChecks checks;
    private final TransactionRelay relay;
    private final Outbox outbox;
    private final DueWork dueWork;

    SettlePayouts(Payouts payouts, PayoutChecks checks, TransactionRelay relay, Outbox outbox, DueWork dueWork) {
        this.payouts = payouts;
        this.checks = checks;
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
        if (call == EscrowCall.RELEASE && checks.areStopped(block)) {
            return;
        }
        Optional<PayoutChecks.Refusal> refusal = checks.refusal(payout, block);
        if (refusal.isPresent()) {
            payout.refused(refusal.get().check(), refusal.get().detail(), block.timestamp())
                    .ifPresent(outbox::publish);
        } else {
            relay.submit(call.key(key), ContractName.MILESTONE_ESCROW, call.of(key));
            payout.requested();
        }
    }
}

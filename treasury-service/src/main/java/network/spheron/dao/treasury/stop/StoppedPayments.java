package network.spheron.dao.treasury.stop;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;

/** Follows the Treasury contract's stops. */
@ApplicationScoped
class StoppedPayments implements ChainListener {
    private final PaymentStops stops;

    StoppedPayments(PaymentStops stops) {
        this.stops = stops;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.TREASURY);
    }

    @Override
    public void on(ChainLog log) {
        long at = log.block().timestamp();
        if (log.is(Treasury.PaymentsStopped.TOPIC)) {
            Treasury.PaymentsStopped event = Treasury.PaymentsStopped.decode(log.topics(), log.data());
            stops.persist(new PaymentStop(event.round(), at, event.until(), event.reasonHash(), log.transactionHash()));
        } else if (log.is(Treasury.PaymentsResumed.TOPIC)) {
            Treasury.PaymentsResumed event = Treasury.PaymentsResumed.decode(log.topics(), log.data());
            stops.findByIdOptional(event.round()).orElseThrow().lift(at);
        }
    }
}

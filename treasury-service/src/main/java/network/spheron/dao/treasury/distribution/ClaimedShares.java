package network.spheron.dao.treasury.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.treasury.budget.BudgetLines;
import network.spheron.dao.treasury.stop.PaymentStops;

/** Follows the Treasury contract's distributions: what they hold back of their lines, pay, and give back. */
@ApplicationScoped
class ClaimedShares implements ChainListener {
    private final Distributions distributions;
    private final BudgetLines lines;
    private final PaymentStops stops;

    ClaimedShares(Distributions distributions, BudgetLines lines, PaymentStops stops) {
        this.distributions = distributions;
        this.lines = lines;
        this.stops = stops;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.TREASURY);
    }

    @Override
    public void on(ChainLog log) {
        if (log.is(Treasury.DistributionOpened.TOPIC)) {
            opened(log, Treasury.DistributionOpened.decode(log.topics(), log.data()));
        } else if (log.is(Treasury.ShareClaimed.TOPIC)) {
            Treasury.ShareClaimed event = Treasury.ShareClaimed.decode(log.topics(), log.data());
            Distribution distribution = distributions.distribution(event.distributionId());
            distribution.claim(event.amount());
            String description = label(event.distributionId()) + ", share " + event.index() + " claimed";
            lines.spent(log, distribution.lineId, description, event.amount());
        } else if (log.is(Treasury.DistributionClosed.TOPIC)) {
            Treasury.DistributionClosed event = Treasury.DistributionClosed.decode(log.topics(), log.data());
            Distribution distribution = distributions.distribution(event.distributionId());
            distribution.close();
            lines.released(log, distribution.lineId, label(event.distributionId()) + " closed", event.freed());
        }
    }

    private void opened(ChainLog log, Treasury.DistributionOpened event) {
        Treasury.DistributionTerms terms = event.terms();
        distributions.persist(new Distribution(
                event.distributionId(),
                terms.lineId(),
                terms.root(),
                terms.total(),
                terms.deadline(),
                stops.seconds(log.block().timestamp()),
                log.transactionHash()));
        lines.reserved(log, terms.lineId(), label(event.distributionId()) + " opened", terms.total());
    }

    private static String label(BigInteger distributionId) {
        return "Distribution " + distributionId;
    }
}

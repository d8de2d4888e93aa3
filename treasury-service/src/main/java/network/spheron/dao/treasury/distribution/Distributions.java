package network.spheron.dao.treasury.distribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.treasury.budget.BudgetLine;
import network.spheron.dao.treasury.budget.BudgetLines;
import network.spheron.dao.treasury.stop.PaymentStops;

/** All distributions. */
@ApplicationScoped
public class Distributions implements PanacheRepositoryBase<Distribution, BigInteger> {
    private final BudgetLines lines;
    private final PaymentStops stops;
    private final ChainClock clock;

    Distributions(BudgetLines lines, PaymentStops stops, ChainClock clock) {
        this.lines = lines;
        this.stops = stops;
        this.clock = clock;
    }

    /** Distributions, newest first. */
    public List<DistributionView> views() {
        return list("order by distributionId desc").stream().map(this::view).toList();
    }

    /** The distribution of that id, which the contract has opened before anything can refer to it. */
    Distribution distribution(BigInteger distributionId) {
        return findByIdOptional(distributionId)
                .orElseThrow(() -> new IllegalStateException("unknown distribution " + distributionId));
    }

    List<BigInteger> closable(long now) {
        return list("closed = false and closeAfter < ?1 order by closeAfter", now).stream()
                .map(distribution -> distribution.distributionId)
                .toList();
    }

    private DistributionView view(Distribution distribution) {
        BudgetLine line = lines.line(distribution.lineId);
        long now = clock.now();
        long claimsEnd = distribution.claimsEnd(stops.seconds(now));
        return new DistributionView(
                distribution.distributionId,
                line.name(),
                line.token(),
                distribution.root,
                distribution.total,
                distribution.claimed,
                distribution.deadline,
                claimsEnd,
                !distribution.closed && now <= claimsEnd,
                distribution.closed,
                distribution.transactionHash);
    }
}

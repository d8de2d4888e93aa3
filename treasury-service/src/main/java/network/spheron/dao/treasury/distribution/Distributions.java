package network.spheron.dao.treasury.distribution;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.treasury.budget.BudgetLine;
import network.spheron.dao.treasury.budget.BudgetLines;

/** All distributions. */
@ApplicationScoped
public class Distributions implements PanacheRepositoryBase<Distribution, BigInteger> {
    private final BudgetLines lines;

    Distributions(BudgetLines lines) {
        this.lines = lines;
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

    private DistributionView view(Distribution distribution) {
        BudgetLine line = lines.line(distribution.lineId);
        return new DistributionView(
                distribution.distributionId,
                line.name(),
                line.token(),
                distribution.root,
                distribution.total,
                distribution.claimed,
                distribution.deadline,
                distribution.closed,
                distribution.transactionHash);
    }
}

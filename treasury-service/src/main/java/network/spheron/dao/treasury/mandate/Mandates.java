package network.spheron.dao.treasury.mandate;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.treasury.budget.BudgetLines;

/** All mandates. */
@ApplicationScoped
public class Mandates implements PanacheRepositoryBase<Mandate, BigInteger> {
    private final BudgetLines lines;

    Mandates(BudgetLines lines) {
        this.lines = lines;
    }

    /** Mandates, newest first. */
    public List<MandateView> views() {
        return list("order by mandateId desc").stream().map(this::view).toList();
    }

    /** One mandate. */
    public Optional<MandateView> view(BigInteger mandateId) {
        return findByIdOptional(mandateId).map(this::view);
    }

    /** News of when the awards under a mandate may be funded: when that is done, it can be closed. */
    public void decided(BigInteger mandateId, long standstillEnds) {
        mandate(mandateId).closeFrom(standstillEnds);
    }

    List<BigInteger> closable(long now) {
        return list("closed = false and closeDueAt <= ?1 order by closeDueAt", now).stream()
                .map(mandate -> mandate.mandateId)
                .toList();
    }

    private MandateView view(Mandate mandate) {
        return MandateView.of(mandate, lines.line(mandate.lineId).name());
    }

    /** The mandate of that id, which the contract has granted before anything can refer to it. */
    Mandate mandate(BigInteger mandateId) {
        return findByIdOptional(mandateId).orElseThrow(() -> new IllegalStateException("unknown mandate " + mandateId));
    }
}

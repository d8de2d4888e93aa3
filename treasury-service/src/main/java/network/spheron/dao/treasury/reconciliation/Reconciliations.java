package network.spheron.dao.treasury.reconciliation;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import network.spheron.dao.treasury.ledger.Ledger;

/** All reconciliations. */
@ApplicationScoped
public class Reconciliations implements PanacheRepository<Reconciliation> {
    private final Ledger ledger;

    Reconciliations(Ledger ledger) {
        this.ledger = ledger;
    }

    Optional<Reconciliation> last() {
        return findAll(Sort.descending("id")).firstResultOptional();
    }

    /** The last comparison of the ledger with the chain; empty before the first. */
    public Optional<ReconciliationView> lastView() {
        return last().map(ReconciliationView::of);
    }

    /** Whether the ledger was compared with the chain since its last entry. */
    public boolean isCurrent() {
        return last().map(reconciliation -> reconciliation.blockNumber >= ledger.lastBlock())
                .orElse(false);
    }

    /** Whether the last reconciliation found no difference; false before the first. */
    public boolean isClean() {
        return last().map(reconciliation -> reconciliation.clean).orElse(false);
    }
}

package network.spheron.dao.treasury.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.DueWork;
import org.jboss.logging.Logger;

/** Compares the ledger with the chain at the block that was just followed: after every change of it, and regularly. */
@ApplicationScoped
class ReconcileLedger {
    /** Before the other keepers, so that payouts find the comparison with the same block. */
    private static final int FIRST = 100;

    /** With nothing new in the ledger, compare again after this many blocks. */
    private static final long IDLE_BLOCKS = 20;

    private static final Logger LOG = Logger.getLogger(ReconcileLedger.class);

    private final Reconciliations reconciliations;
    private final Comparison comparison;
    private final ChainClock clock;
    private final DueWork dueWork;
    private final AtomicInteger differing = new AtomicInteger();

    ReconcileLedger(
            Reconciliations reconciliations,
            Comparison comparison,
            ChainClock clock,
            DueWork dueWork,
            MeterRegistry metrics) {
        this.reconciliations = reconciliations;
        this.comparison = comparison;
        this.clock = clock;
        this.dueWork = dueWork;
        metrics.gauge("treasury.ledger.differences", differing);
    }

    void onBlock(@Observes @Priority(FIRST) ChainAdvanced advanced) {
        dueWork.each("reconciliation", () -> due(advanced.block()), this::reconcile);
    }

    private List<BlockRef> due(BlockRef block) {
        boolean isRecent = reconciliations
                .last()
                .filter(last -> block.number() < last.blockNumber + IDLE_BLOCKS)
                .isPresent();
        return isRecent && reconciliations.isCurrent() ? List.of() : List.of(block);
    }

    private void reconcile(BlockRef block) {
        List<Difference> differences = comparison.differences(block);
        if (clock.followed().number() != block.number()) {
            // Another replica has followed on meanwhile: these were figures of different blocks.
            return;
        }
        differences.forEach(difference ->
                LOG.errorf("the ledger differs from the chain at block %d: %s", block.number(), difference));
        differing.set(differences.size());
        reconciliations.persist(new Reconciliation(block, differences));
    }
}

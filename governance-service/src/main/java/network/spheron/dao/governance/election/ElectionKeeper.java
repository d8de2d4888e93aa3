package network.spheron.dao.governance.election;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainUnavailable;
import org.jboss.logging.Logger;

/** Opens and decides elections when the chain's clock says so, and tells the other services what was decided. */
@ApplicationScoped
class ElectionKeeper {
    private static final Logger LOG = Logger.getLogger(ElectionKeeper.class);

    private final Competitions competitions;
    private final Elections elections;
    private final DueElections due;

    ElectionKeeper(Competitions competitions, Elections elections, DueElections due) {
        this.competitions = competitions;
        this.elections = elections;
        this.due = due;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        long now = advanced.block().timestamp();
        each(() -> competitions.openable(now), due::open);
        each(() -> elections.decidable(now), due::decide);
        each(elections::unpublished, due::publish);
    }

    private static void each(Supplier<List<BigInteger>> mandates, Consumer<BigInteger> step) {
        for (BigInteger mandateId : QuarkusTransaction.requiringNew().call(mandates::get)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> step.accept(mandateId));
            } catch (ChainUnavailable e) {
                LOG.warnf("the election of mandate %s waits: %s", mandateId, e.getMessage());
                return;
            } catch (RuntimeException e) {
                // One election must not hold up the others; the next block tries again.
                LOG.errorf(e, "the election of mandate %s could not be taken further", mandateId);
            }
        }
    }
}

package network.spheron.dao.chain;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import network.spheron.dao.chain.node.NodeRefused;
import org.jboss.logging.Logger;

/**
 * Does what a block has made due, each piece in a transaction of its own. A piece that fails leaves no trace, holds up
 * neither the other pieces nor the other keepers, and has its next chance with the next block.
 */
@ApplicationScoped
public class DueWork {
    private static final Logger LOG = Logger.getLogger(DueWork.class);

    /** Finds out what is due and does it in that order; without a node to ask, the rest waits. */
    public <K> void each(String what, Supplier<List<K>> due, Consumer<K> work) {
        try {
            for (K key : QuarkusTransaction.requiringNew().call(due::get)) {
                one(what, key, work);
            }
        } catch (ChainUnavailable e) {
            LOG.warnf("%s waits for the node: %s", what, e.getMessage());
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s could not be started", what);
        }
    }

    private static <K> void one(String what, K key, Consumer<K> work) {
        try {
            QuarkusTransaction.requiringNew().run(() -> work.accept(key));
        } catch (NodeRefused e) {
            // The node answers; it is this question that it has something against.
            LOG.warnf("%s of %s is tried again: %s", what, key, e.getMessage());
        } catch (ChainUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s of %s failed and is tried again", what, key);
        }
    }
}

package network.spheron.dao.chain.relay;

import jakarta.inject.Singleton;
import java.time.Instant;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.Fees;
import network.spheron.dao.chain.node.NodeConnection;
import org.jboss.logging.Logger;

/** Decides which transactions are not waited for any longer, as others of the same account wait for them. */
@Singleton
class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);

    private final NodeConnection node;
    private final ChainConfig config;

    Patience(NodeConnection node, ChainConfig config) {
        this.node = node;
        this.config = config;
    }

    /**
     * Whether its nonce had better be used up by nothing: it is the account's next, and the call has become pointless or
     * was too dear for too long. The call itself is then judged anew.
     */
    boolean hasEnded(UnderWay stuck, Fees now) {
        Attempt newest = stuck.newest();
        if (node.transactionCount(newest.sender(), At.LATEST) != newest.nonce()) return false;
        return isPointless(stuck) || isTooDear(newest, now);
    }

    private boolean isPointless(UnderWay stuck) {
        try {
            node.call(stuck.newest().sender(), stuck.to(), stuck.data(), At.LATEST);
            return false;
        } catch (CallReverted e) {
            LOG.infof("%s is not waited for: %s", stuck.id(), e.getMessage());
            return true;
        }
    }

    private boolean isTooDear(Attempt newest, Fees now) {
        Fees raised = newest.fees().raised(now, config.maxFeePerGas());
        return !raised.replaces(newest.fees()) && newest.isSignedLongAgo(Instant.now(), config.cancelAfter());
    }
}

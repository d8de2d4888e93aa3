package network.spheron.dao.chain.node;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import network.spheron.dao.chain.ChainUnavailable;
import org.jboss.logging.Logger;

/** Opens the node connection, and refuses to start on the wrong chain or with other contracts than configured. */
@Singleton
class NodeStart {
    /** Before anything follows or sends. */
    static final int PRIORITY = 100;

    private static final Logger LOG = Logger.getLogger(NodeStart.class);

    @Produces
    @Singleton
    NodeConnection connect(ChainConfig config, @All List<NodeCheck> checks) {
        return NodeConnection.toChain(config.chainId(), config.rpcUrls(), config.requestTimeout(), checks);
    }

    void close(@Disposes NodeConnection node) {
        node.close();
    }

    void check(@Observes @Priority(PRIORITY) StartupEvent start, Contracts contracts, NodeVerification verification) {
        if (Production.isActive()) {
            contracts.requireCodeHashes();
        }
        try {
            verification.require();
        } catch (ChainUnavailable e) {
            // The service still answers from its read models, and catches up when the node is back.
            LOG.warnf("Starting without the chain: %s", e.getMessage());
        }
    }
}

package network.spheron.dao.chain.node;

import jakarta.inject.Singleton;

/** Makes sure, before anything is followed or sent, that the node is the expected one. */
@Singleton
public class NodeVerification {
    private final NodeConnection node;

    NodeVerification(NodeConnection node) {
        this.node = node;
    }

    /**
     * Verifies the node at the start, after it was away, and when another one takes its place.
     *
     * @throws WrongChain naming what differs
     */
    public void require() {
        node.requireVerified();
    }
}

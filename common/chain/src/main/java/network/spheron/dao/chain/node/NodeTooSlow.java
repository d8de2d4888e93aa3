package network.spheron.dao.chain.node;

import network.spheron.dao.chain.ChainUnavailable;

/** The node did not answer in time. */
public class NodeTooSlow extends ChainUnavailable {
    NodeTooSlow(String message, Throwable cause) {
        super(message, cause);
    }
}

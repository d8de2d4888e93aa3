package network.spheron.dao.chain.node;

import network.spheron.dao.chain.ChainUnavailable;

/** The node answered a request with a JSON-RPC error of its own, not a contract's. */
public class NodeRefused extends ChainUnavailable {
    public NodeRefused(String method, int code, String message) {
        super(method + " was refused by the node: " + message + " (" + code + ")", null);
    }
}

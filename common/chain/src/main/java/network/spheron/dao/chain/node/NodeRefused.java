package network.spheron.dao.chain.node;

import java.util.Locale;
import java.util.regex.Pattern;
import network.spheron.dao.chain.ChainUnavailable;

/** The node answered a request with a JSON-RPC error of its own, not a contract's. */
public class NodeRefused extends ChainUnavailable {
    /** HTTP's status for too many requests, which some nodes put into the JSON-RPC error as well. */
    static final int TOO_MANY_REQUESTS = 429;

    // EIP-1474, "limit exceeded"; nodes use it for too many requests and for too large an answer alike.
    private static final int LIMIT_EXCEEDED = -32005;
    // A limit on gas is one of the chain's, not of the node's patience.
    private static final Pattern LIMIT =
            Pattern.compile("(?<!gas )limit exceeded|rate.?limit|too many (requests|results|"
                    + "logs|blocks)|more than [\\d,.]+k? (results|logs|blocks)|block range|limited to|response size"
                    + "|query timeout");

    private final boolean limit;

    public NodeRefused(String method, int code, String message) {
        super(method + " was refused by the node: " + message + " (" + code + ")", null);
        this.limit = code == LIMIT_EXCEEDED
                || code == TOO_MANY_REQUESTS
                || LIMIT.matcher(message.toLowerCase(Locale.ROOT)).find();
    }

    /** Whether the node would have answered less of it, or later: nothing is wrong with the question. */
    public boolean isLimit() {
        return limit;
    }
}

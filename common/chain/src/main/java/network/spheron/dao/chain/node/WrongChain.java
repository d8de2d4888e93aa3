package network.spheron.dao.chain.node;

/** The node does not serve the chain, or the contracts, that this service is configured for. */
public class WrongChain extends RuntimeException {
    public WrongChain(String message) {
        super(message);
    }
}

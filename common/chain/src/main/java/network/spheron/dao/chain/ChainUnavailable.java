package network.spheron.dao.chain;

/** The node did not answer, or not usably. */
public class ChainUnavailable extends RuntimeException {
    public ChainUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

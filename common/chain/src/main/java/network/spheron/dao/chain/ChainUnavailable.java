package network.spheron.dao.chain;

import org.jspecify.annotations.Nullable;

/** The node did not answer, or not usably. */
public class ChainUnavailable extends RuntimeException {
    public ChainUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package network.spheron.dao.chain.node;

import network.spheron.dao.chain.ChainUnavailable;
import org.jspecify.annotations.Nullable;

/** A signer did not answer, refused, or answered with something else than what it was asked to sign. */
public class SignerUnavailable extends ChainUnavailable {
    public SignerUnavailable(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}

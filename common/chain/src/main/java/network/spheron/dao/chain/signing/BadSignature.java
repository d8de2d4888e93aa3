package network.spheron.dao.chain.signing;

/** A signature from which no signer can be recovered, or one in a form that contracts refuse. */
public class BadSignature extends RuntimeException {
    public BadSignature(String message) {
        super(message);
    }
}

package network.spheron.dao.identity;

/** A proof of control over a wallet does not hold. */
public class WalletProofRefused extends RuntimeException {
    public WalletProofRefused(String message) {
        super(message);
    }
}

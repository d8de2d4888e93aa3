package network.spheron.dao.chain;

/** A domain fact is already being brought about by another call. */
public class KeyAlreadyUsed extends RuntimeException {
    public KeyAlreadyUsed(String key) {
        super("another call is already under way for " + key);
    }
}

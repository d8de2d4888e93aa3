package network.spheron.dao.identity;

/** The action needs a signed-in person. */
public class NotSignedIn extends RuntimeException {
    public NotSignedIn() {
        super("sign in first");
    }
}

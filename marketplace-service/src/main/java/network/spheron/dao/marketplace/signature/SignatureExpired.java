package network.spheron.dao.marketplace.signature;

import network.spheron.dao.web.Refusal;

/** A signature was good only until a time that has passed on the chain's clock. */
public final class SignatureExpired extends Refusal {
    public SignatureExpired(long expiry, long now) {
        super(422, "signature-expired", "This signature expired at " + expiry + "; the chain's time is " + now + ".");
    }
}

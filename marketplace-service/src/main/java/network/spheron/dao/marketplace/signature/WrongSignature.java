package network.spheron.dao.marketplace.signature;

import network.spheron.dao.web.Refusal;

/** A signature is not that of the wallet it should be of, over what it should be over. */
public final class WrongSignature extends Refusal {
    public WrongSignature(String wallet) {
        super(
                422,
                "wrong-signature",
                "This is not the signature of " + wallet
                        + " over this message: another wallet, another chain or contract, or other values were signed.");
    }
}

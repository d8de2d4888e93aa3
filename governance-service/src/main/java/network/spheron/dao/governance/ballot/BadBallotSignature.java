package network.spheron.dao.governance.ballot;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The signature is not the voter's over this very ballot on this chain and contract. */
public final class BadBallotSignature extends Refusal {
    public BadBallotSignature(String voter) {
        super(
                422,
                "bad-signature",
                "the signature is not that of " + voter + " over this ballot on this chain and contract",
                Map.of("voter", voter));
    }
}

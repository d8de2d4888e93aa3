package network.spheron.dao.governance.election;

import java.math.BigInteger;
import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The voter has a ballot with this sequence or a higher one. */
final class OlderBallot extends Refusal {
    OlderBallot(String voter, BigInteger sequence, BigInteger current) {
        super(
                409,
                "older-ballot",
                "the ballot of " + voter + " has the sequence " + sequence + "; to replace the last one it must exceed "
                        + current,
                Map.of("voter", voter, "current", current.toString()));
    }
}

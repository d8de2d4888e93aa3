package network.spheron.dao.governance.ballot;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The voter had no voting power at the time that counts. */
public final class NoVotingPower extends Refusal {
    /** @param snapshot the chain's time that counts, in seconds since the epoch */
    public NoVotingPower(String voter, long snapshot) {
        super(
                409,
                "no-voting-power",
                "wallet " + voter + " had no voting power when it was counted",
                Map.of("voter", voter, "snapshot", snapshot));
    }
}

package network.spheron.dao.governance.sip;

import java.math.BigInteger;
import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The wallet has too little voting power to propose. */
final class BelowProposalThreshold extends Refusal {
    BelowProposalThreshold(String wallet, BigInteger power, BigInteger threshold) {
        super(
                409,
                "below-proposal-threshold",
                "wallet " + wallet + " has a voting power of " + power + ", and proposing needs " + threshold,
                Map.of("power", power.toString(), "threshold", threshold.toString()));
    }
}

package network.spheron.dao.governance.sip;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The SIP's status does not allow that step. */
public final class IllegalSipTransition extends Refusal {
    IllegalSipTransition(SipStatus from, SipStatus to) {
        super(
                409,
                "sip-status",
                "a SIP with status " + from + " cannot become " + to,
                Map.of("sipStatus", from.name()));
    }

    /** @param wanted reads on from "the SIP", such as "cannot be revised any more" */
    public IllegalSipTransition(SipStatus status, String wanted) {
        super(409, "sip-status", "the SIP is " + status + " and " + wanted, Map.of("sipStatus", status.name()));
    }
}

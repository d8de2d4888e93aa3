package network.spheron.dao.governance.sip;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** The SIP's status does not allow that step. */
public final class IllegalSipTransition extends Refusal {
    /** @param wanted reads on from "the SIP", such as "cannot be revised any more" */
    public IllegalSipTransition(SipStatus status, String wanted) {
        super(409, "sip-status", "the SIP " + status.words() + " and " + wanted, Map.of("sipStatus", status.name()));
    }
}

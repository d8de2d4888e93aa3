package network.spheron.dao.governance.sip;

import java.util.Map;
import network.spheron.dao.web.Refusal;

/** Another SIP with the same text, terms and author is final already; the chain would take them for one. */
final class AlreadyFinal extends Refusal {
    AlreadyFinal(long sipId) {
        super(409, "already-final", "SIP " + sipId + " has the same text and terms", Map.of("sip", sipId));
    }
}

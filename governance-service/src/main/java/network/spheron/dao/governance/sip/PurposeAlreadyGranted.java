package network.spheron.dao.governance.sip;

import network.spheron.dao.web.Refusal;

/** A SIP with this very text has led to a mandate before. */
final class PurposeAlreadyGranted extends Refusal {
    PurposeAlreadyGranted() {
        super(409, "purpose-already-granted", "a mandate was granted for this very text; change the text");
    }
}

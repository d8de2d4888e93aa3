package network.spheron.dao.governance.election;

import network.spheron.dao.web.Refusal;

/** Nobody can object to the award, or no longer, or not with this wallet. */
final class NotObjectable extends Refusal {
    NotObjectable(String why) {
        super(409, "not-objectable", why);
    }
}

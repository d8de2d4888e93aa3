package network.spheron.dao.marketplace.milestone;

import network.spheron.dao.web.Refusal;

/** The milestone does not wait for its contractor, or no longer. */
final class NotSubmittable extends Refusal {
    NotSubmittable(String why) {
        super(409, "not-submittable", why);
    }
}

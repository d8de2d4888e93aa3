package network.spheron.dao.marketplace.milestone;

import network.spheron.dao.web.Refusal;

/** The milestone cannot be challenged, or no longer, or not by this wallet. */
final class NotChallengeable extends Refusal {
    NotChallengeable(String why) {
        super(409, "not-challengeable", why);
    }
}

package network.spheron.dao.marketplace.evaluation;

import network.spheron.dao.web.Refusal;

/** A bid can be disqualified only after its reveal and before the review window ends, and once. */
final class NotInReviewWindow extends Refusal {
    NotInReviewWindow(String why) {
        super(409, "not-in-review-window", why);
    }
}

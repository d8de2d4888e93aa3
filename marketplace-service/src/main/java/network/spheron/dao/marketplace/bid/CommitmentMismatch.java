package network.spheron.dao.marketplace.bid;

import network.spheron.dao.web.Refusal;

/** The terms do not open the bid's commitment. */
final class CommitmentMismatch extends Refusal {
    CommitmentMismatch(String opened, String committed) {
        super(
                422,
                "commitment-mismatch",
                "These terms open " + opened + ", but the bid's commitment is " + committed + ".");
    }
}

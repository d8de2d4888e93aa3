package network.spheron.dao.marketplace.milestone;

import network.spheron.dao.web.Refusal;

/** A decision was made about a round that is over; it does not count for the present one. */
final class OldRound extends Refusal {
    OldRound(int given, int current) {
        super(409, "old-round", "This is about round " + given + "; the milestone is in round " + current + ".");
    }
}

package network.spheron.dao.treasury.payout;

import java.util.Set;

/** Life of a payout; the only place that says which status may follow which. */
public enum PayoutStatus {
    /** The milestone is neither approved nor to be refunded yet. */
    PENDING,
    /** Approved; waits for the end of the challenge window. */
    APPROVED,
    /** A check failed; it is checked again after a while. */
    REFUSED,
    /** The release or the refund is on its way. */
    REQUESTED,
    PAID,
    REFUNDED;

    private Set<PayoutStatus> successors() {
        return switch (this) {
            // Anyone may release or refund directly on chain, whatever this service has done so far.
            case PENDING -> Set.of(APPROVED, REQUESTED, REFUSED, PAID, REFUNDED);
            case APPROVED -> Set.of(APPROVED, REQUESTED, REFUSED, PAID, REFUNDED);
            case REFUSED -> Set.of(PENDING, APPROVED, REQUESTED, REFUSED, PAID, REFUNDED);
            // Back to approved when a stop of payments comes first.
            case REQUESTED -> Set.of(APPROVED, REFUSED, PAID, REFUNDED);
            case PAID, REFUNDED -> Set.of();
        };
    }

    boolean canBecome(PayoutStatus next) {
        return successors().contains(next);
    }

    PayoutStatus moveTo(PayoutStatus next) {
        if (!canBecome(next)) {
            throw new IllegalStateException("a payout that is " + this + " cannot become " + next);
        }
        return next;
    }
}

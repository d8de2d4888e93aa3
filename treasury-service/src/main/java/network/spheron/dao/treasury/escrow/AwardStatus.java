package network.spheron.dao.treasury.escrow;

import java.util.Set;

/** Life of an award; the only place that says which status may follow which. */
public enum AwardStatus {
    /** Waits for the end of the standstill. */
    STANDSTILL,
    /** The agreement is on its way. */
    REQUESTED,
    /** The escrow refused; it is tried again after a while. */
    REFUSED,
    FUNDED,
    /** A vote annulled it, or its mandate was closed first. */
    LAPSED;

    private Set<AwardStatus> successors() {
        return switch (this) {
            // Anyone may fund an award directly on chain, whatever this service has done so far.
            case STANDSTILL, REFUSED -> Set.of(REQUESTED, FUNDED, LAPSED);
            case REQUESTED -> Set.of(FUNDED, REFUSED, LAPSED);
            case FUNDED, LAPSED -> Set.of();
        };
    }

    AwardStatus moveTo(AwardStatus next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException("an award that is " + this + " cannot become " + next);
        }
        return next;
    }
}

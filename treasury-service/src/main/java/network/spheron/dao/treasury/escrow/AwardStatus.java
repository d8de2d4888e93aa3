package network.spheron.dao.treasury.escrow;

import java.util.Set;

/** Life of an award; the only place that says which status may follow which. */
enum AwardStatus {
    STANDSTILL,
    REQUESTED,
    FUNDED,
    REFUSED;

    private Set<AwardStatus> successors() {
        return switch (this) {
            // Anyone may fund an award directly on chain, whatever this service has done so far.
            case STANDSTILL -> Set.of(REQUESTED, FUNDED);
            case REQUESTED -> Set.of(FUNDED, REFUSED);
            case REFUSED -> Set.of(FUNDED);
            case FUNDED -> Set.of();
        };
    }

    AwardStatus moveTo(AwardStatus next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException("an award that is " + this + " cannot become " + next);
        }
        return next;
    }
}

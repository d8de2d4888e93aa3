package network.spheron.dao.governance.election;

import java.util.Set;

/** Life cycle of an election on chain; the only place that says which status may follow which. */
enum ElectionStatus {
    VOTING,
    DECIDED;

    private Set<ElectionStatus> successors() {
        return switch (this) {
            case VOTING -> Set.of(DECIDED);
            case DECIDED -> Set.of();
        };
    }

    ElectionStatus moveTo(ElectionStatus next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException("an election that is " + this + " cannot become " + next);
        }
        return next;
    }
}

package network.spheron.dao.marketplace.milestone;

import java.util.Locale;
import java.util.Set;

/** Life cycle of a milestone; the only place that says which status may follow which. */
public enum MilestoneStatus {
    PENDING("Not submitted"),
    SUBMITTED("Waits for the stewards"),
    SENT_BACK("Sent back"),
    APPROVED("Approved"),
    CHALLENGED("Challenged"),
    REJECTED("Rejected"),
    PAID("Paid"),
    REFUNDED("Refunded to the treasury");

    private final String words;

    MilestoneStatus(String words) {
        this.words = words;
    }

    private Set<MilestoneStatus> successors() {
        return switch (this) {
            case PENDING, SENT_BACK -> Set.of(SUBMITTED, REFUNDED);
            case SUBMITTED -> Set.of(APPROVED, SENT_BACK, REJECTED);
            // A vote may rule again what was decided before, which moves the end of the challenge window.
            case APPROVED -> Set.of(APPROVED, CHALLENGED, REJECTED, PAID);
            case CHALLENGED -> Set.of(APPROVED, REJECTED);
            case REJECTED -> Set.of(APPROVED, CHALLENGED, REJECTED, REFUNDED);
            case PAID, REFUNDED -> Set.of();
        };
    }

    MilestoneStatus moveTo(MilestoneStatus next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException("a milestone that is " + this + " cannot become " + next);
        }
        return next;
    }

    /** Whether nothing can follow any more. */
    public boolean isEnded() {
        return successors().isEmpty();
    }

    /** The status as a page shows it. */
    public String words() {
        return words;
    }

    /** The status as the API names it, such as {@code sent_back}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}

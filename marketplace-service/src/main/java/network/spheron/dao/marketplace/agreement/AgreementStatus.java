package network.spheron.dao.marketplace.agreement;

import java.util.List;
import java.util.Locale;
import network.spheron.dao.marketplace.milestone.Milestone;
import network.spheron.dao.marketplace.milestone.MilestoneStatus;

/** Where an agreement stands; derived from its milestones. */
public enum AgreementStatus {
    ACTIVE("Active"),
    COMPLETED("Completed"),
    TERMINATED("Ended early");

    private final String words;

    AgreementStatus(String words) {
        this.words = words;
    }

    /** Active until a vote ends it or every milestone has ended; completed if any of them was paid. */
    static AgreementStatus of(Agreement agreement, List<Milestone> milestones) {
        if (agreement.isTerminated()) {
            return TERMINATED;
        }
        if (milestones.stream().anyMatch(milestone -> !milestone.status().isEnded())) {
            return ACTIVE;
        }
        return milestones.stream().anyMatch(milestone -> milestone.status() == MilestoneStatus.PAID)
                ? COMPLETED
                : TERMINATED;
    }

    /** The status as a page shows it. */
    public String words() {
        return words;
    }

    /** The status as the API names it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}

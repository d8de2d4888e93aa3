package network.spheron.dao.faults.site;

import java.util.Locale;

/** The step of the main job in the midst of which a fault strikes. */
public enum Step {
    /** An election is decided, and treasury and marketplace learn of the winners. */
    AWARD,
    /** The standstill has passed, and treasury funds the winners' agreements. */
    FUND,
    /** Two stewards approve a milestone, and treasury learns of it. */
    APPROVE,
    /** The challenge window has passed, and treasury releases the milestone's amount. */
    PAY;

    /** Whether it is a step of a milestone, and not of an election. */
    public boolean isOfMilestone() {
        return this == APPROVE || this == PAY;
    }

    /** As in the report. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}

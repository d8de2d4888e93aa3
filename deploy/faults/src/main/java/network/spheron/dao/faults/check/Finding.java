package network.spheron.dao.faults.check;

/**
 * Something that should not be.
 *
 * @param rule name of the rule that does not hold
 * @param words what was found, with the ids that it takes to look it up
 */
public record Finding(String rule, Kind kind, String words) {
    /** What the report counts it as. */
    public enum Kind {
        /** Something that was promised or recorded is gone or did not happen. */
        LOST,
        /** Something that must happen once happened more often. */
        DOUBLED,
        OTHER
    }

    @Override
    public String toString() {
        return rule + ": " + words;
    }
}

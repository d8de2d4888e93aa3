package network.spheron.dao.marketplace.workstream;

/** How many approved bids a mandate awards. */
public enum AwardRule {
    SINGLE_WINNER("The best approved bid that fits the cap wins."),
    FILL_BUDGET("Every approved bid wins, best first, as long as it still fits the cap.");

    private final String words;

    AwardRule(String words) {
        this.words = words;
    }

    /** The rule in a sentence. */
    public String words() {
        return words;
    }
}

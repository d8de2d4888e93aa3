package network.spheron.dao.governance.sip;

/** How many bids a mandate may award; numbered as in {@code ITreasury.AwardRule}. */
public enum AwardRule {
    /** The best approved bid that fits the cap. */
    SINGLE_WINNER(0),
    /** Every approved bid, best first, that still fits the cap. */
    FILL_BUDGET(1);

    private final int number;

    AwardRule(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}

package network.spheron.dao.governance.sip;

/** How many bids a mandate may award; in the order of {@code ITreasury.AwardRule}. */
public enum AwardRule {
    /** The best approved bid that fits the cap. */
    SINGLE_WINNER,
    /** Every approved bid, best first, that still fits the cap. */
    FILL_BUDGET
}

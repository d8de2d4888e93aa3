package network.spheron.dao.governance.election;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a bid fares, and why. */
public enum BidOutcome {
    WON("Won", "Won"),
    /** Approved, but what is left of the cap does not pay for it. */
    OVER_BUDGET("Over Budget", "Approved, over budget"),
    /** Approved and affordable, but the mandate awards one bid only and another one is better. */
    OUTRANKED("Outranked", "Approved, outranked"),
    /** Margin or quorum is not met. */
    NOT_APPROVED("Approval Threshold", "Not approved");

    private final String reason;
    private final String words;

    BidOutcome(String reason, String words) {
        this.reason = reason;
        this.words = words;
    }

    /** The reason as reports show it. */
    @JsonValue
    public String reason() {
        return reason;
    }

    /** The outcome as pages show it. */
    public String words() {
        return words;
    }

    public boolean isApproved() {
        return this != NOT_APPROVED;
    }
}

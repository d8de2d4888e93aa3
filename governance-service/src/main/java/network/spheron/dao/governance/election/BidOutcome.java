package network.spheron.dao.governance.election;

import com.fasterxml.jackson.annotation.JsonValue;

/** How a bid fares, and why. */
public enum BidOutcome {
    WON("Won"),
    /** Approved, but what is left of the cap does not pay for it. */
    OVER_BUDGET("Over Budget"),
    /** Approved and affordable, but the mandate awards one bid only and another one is better. */
    OUTRANKED("Outranked"),
    /** Margin or quorum is not met. */
    NOT_APPROVED("Approval Threshold");

    private final String reason;

    BidOutcome(String reason) {
        this.reason = reason;
    }

    /** The reason as reports show it. */
    @JsonValue
    public String reason() {
        return reason;
    }

    public boolean isApproved() {
        return this != NOT_APPROVED;
    }
}

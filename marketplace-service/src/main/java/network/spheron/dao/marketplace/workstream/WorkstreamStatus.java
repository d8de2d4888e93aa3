package network.spheron.dao.marketplace.workstream;

import java.util.Locale;

/** Where a workstream stands; derived from its windows, the chain's clock and the election's result. */
public enum WorkstreamStatus {
    /** The mandate exists; its bidding has yet to be opened on chain. */
    GRANTED("Opening"),
    OPEN("Open for bids"),
    REVEALING("Bids are being revealed"),
    REVIEW("Stewards review the bids"),
    ELECTION("Token holders vote"),
    STANDSTILL("Standstill"),
    OBJECTED("There is an objection to the award"),
    AWARDED("Awarded"),
    FAILED("Ended without a winner");

    private final String words;

    WorkstreamStatus(String words) {
        this.words = words;
    }

    /** The status as a page shows it. */
    public String words() {
        return words;
    }

    /** One word for it, for a row of links. */
    String shortWords() {
        return switch (this) {
            case GRANTED -> "Opening";
            case OPEN -> "Open";
            case REVEALING -> "Revealing";
            case REVIEW -> "Review";
            case ELECTION -> "Election";
            case STANDSTILL -> "Standstill";
            case OBJECTED -> "Objected";
            case AWARDED -> "Awarded";
            case FAILED -> "Failed";
        };
    }

    /** The status as the API names it, such as {@code open}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}

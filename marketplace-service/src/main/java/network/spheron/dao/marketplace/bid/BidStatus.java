package network.spheron.dao.marketplace.bid;

import java.util.Locale;
import java.util.Set;

/** Life cycle of a bid on chain; the only place that says which status may follow which. */
public enum BidStatus {
    COMMITTED("Sealed"),
    REVEALED("Revealed"),
    UNREVEALED("Not revealed in time"),
    DISQUALIFIED("Disqualified"),
    ON_BALLOT("On the ballot"),
    WON("Won"),
    LOST("Not awarded"),
    WITHDRAWN("Withdrawn");

    private final String words;

    BidStatus(String words) {
        this.words = words;
    }

    private Set<BidStatus> successors() {
        return switch (this) {
            case COMMITTED -> Set.of(REVEALED, UNREVEALED, WITHDRAWN);
            case REVEALED -> Set.of(ON_BALLOT, DISQUALIFIED);
            case ON_BALLOT -> Set.of(WON, LOST);
            case DISQUALIFIED -> Set.of(REVEALED);
            case WON -> Set.of(LOST);
            case UNREVEALED, LOST, WITHDRAWN -> Set.of();
        };
    }

    BidStatus moveTo(BidStatus next) {
        if (!successors().contains(next)) {
            throw new IllegalStateException("a bid that is " + this + " cannot become " + next);
        }
        return next;
    }

    /** The status as a page shows it. */
    public String words() {
        return words;
    }

    /** The status as the API names it, such as {@code on_ballot}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package network.spheron.dao.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which colour says what about a status: waiting, running, ended well, ended badly, needs somebody. */
public enum StatusTone {
    QUIET,
    LIVE,
    GOOD,
    BAD,
    WARN;

    /** The tone of a status that a page shows, by the status's name; empty for any other word. */
    public static Optional<StatusTone> of(String status) {
        return Optional.ofNullable(known(status.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable StatusTone known(String status) {
        return switch (status) {
            case "DRAFT", "FINAL", "BEFORE", "GRANTED", "PENDING", "WITHDRAWN", "REFUNDED" -> QUIET;
            case "DISCUSSION",
                    "VOTING",
                    "QUEUED",
                    "COUNTING",
                    "OPEN",
                    "COMMITTED",
                    "REVEALING",
                    "REVEALED",
                    "ON_BALLOT",
                    "ELECTION",
                    "ACTIVE",
                    "REQUESTED" -> LIVE;
            case "PASSED", "EXECUTED", "WON", "AWARDED", "FUNDED", "APPROVED", "PAID", "COMPLETED" -> GOOD;
            case "DEFEATED",
                    "CANCELLED",
                    "VETOED",
                    "EXPIRED",
                    "EXECUTION_FAILED",
                    "FAILED",
                    "UNREVEALED",
                    "DISQUALIFIED",
                    "LOST",
                    "LAPSED",
                    "REFUSED",
                    "REJECTED",
                    "TERMINATED" -> BAD;
            case "REVIEW", "STANDSTILL", "OBJECTED", "SUBMITTED", "SENT_BACK", "CHALLENGED" -> WARN;
            default -> null;
        };
    }

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}

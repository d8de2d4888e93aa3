package network.spheron.dao.web;

import java.util.Locale;
import java.util.Map;

/** Which colour says what about a status: waiting, running, ended well, ended badly, needs somebody. */
enum StatusTone {
    QUIET,
    LIVE,
    GOOD,
    BAD,
    WARN;

    private static final Map<String, StatusTone> TONES = Map.ofEntries(
            Map.entry("DRAFT", QUIET),
            Map.entry("DISCUSSION", LIVE),
            Map.entry("VOTING", LIVE),
            Map.entry("PASSED", GOOD),
            Map.entry("QUEUED", LIVE),
            Map.entry("EXECUTED", GOOD),
            Map.entry("IMPLEMENTED", GOOD),
            Map.entry("DEFEATED", BAD),
            Map.entry("VETOED", BAD),
            Map.entry("CANCELLED", BAD),
            Map.entry("EXPIRED", BAD),
            Map.entry("OPEN", LIVE),
            Map.entry("REVEALING", LIVE),
            Map.entry("REVIEW", WARN),
            Map.entry("ELECTION", LIVE),
            Map.entry("STANDSTILL", WARN),
            Map.entry("AWARDED", GOOD),
            Map.entry("FAILED", BAD),
            Map.entry("ON_BALLOT", LIVE),
            Map.entry("UNREVEALED", BAD),
            Map.entry("DISQUALIFIED", BAD),
            Map.entry("WON", GOOD),
            Map.entry("LOST", BAD),
            Map.entry("FUNDED", GOOD),
            Map.entry("NOT_FUNDED", BAD),
            Map.entry("ACTIVE", LIVE),
            Map.entry("COMPLETED", GOOD),
            Map.entry("TERMINATED", BAD),
            Map.entry("SUBMITTED", WARN),
            Map.entry("APPROVED", GOOD),
            Map.entry("PAID", GOOD),
            Map.entry("SENT_BACK", WARN),
            Map.entry("REJECTED", BAD),
            Map.entry("CHALLENGED", WARN),
            Map.entry("ACCEPTED", LIVE),
            Map.entry("SENT", LIVE),
            Map.entry("MINED", LIVE),
            Map.entry("REFUSED", BAD),
            Map.entry("CLEAN", GOOD),
            Map.entry("DIFFERENCE", BAD));

    static StatusTone of(String status) {
        return TONES.getOrDefault(status.toUpperCase(Locale.ROOT).replace(' ', '_'), QUIET);
    }

    String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}

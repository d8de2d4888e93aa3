package network.spheron.dao.journey;

import java.math.BigInteger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A workstream as a SIP asks for it.
 *
 * @param job the key of the job it belongs to, which its text names
 * @param cap in the payment token's smallest unit
 * @param bond per bid, in whole governance tokens
 */
record Competition(
        String job,
        String title,
        String purpose,
        String lineName,
        BigInteger cap,
        Rule rule,
        BigInteger bond,
        int maxBids,
        int bidsPerBidder,
        Periods periods) {
    private static final int TOLERANCE_BPS = 0;
    private static final Duration VALIDITY = Duration.ofDays(180);

    /**
     * How long each stage lasts.
     *
     * @param bidding long enough for an interrupted job to be taken up again; the clock is moved when all bids are in
     */
    record Periods(
            Duration bidding,
            Duration reveal,
            Duration review,
            Duration election,
            Duration standstill,
            Duration milestoneReview,
            Duration challenge) {
        /** As a DAO would set them, shortened where people would otherwise have to wait. */
        static Periods usual(Duration bidding) {
            return new Periods(
                    bidding,
                    Duration.ofHours(6),
                    Duration.ofHours(6),
                    Duration.ofHours(12),
                    Duration.ofMinutes(10),
                    Duration.ofDays(7),
                    Duration.ofMinutes(10));
        }
    }

    /** The body of {@code POST /api/sips}. */
    Map<String, Object> sip(String attempt, String wallet, long now) {
        return Map.of("title", title + attempt, "text", text(attempt), "wallet", wallet, "mandate", mandate(now));
    }

    /** Whether a SIP of the same title is this one, and not another job's. */
    boolean isTold(String text) {
        return text.contains("Reference: " + job);
    }

    private String text(String attempt) {
        return """
                # %s%s

                %s

                Bids are sealed until bidding closes, reviewed by the stewards, and decided by the token holders. A bid is \
                approved when yes exceeds no by the margin and both together reach the quorum; approved bids are funded \
                best first while they fit the budget. Payment is by milestone, after review and a challenge window.

                Reference: %s
                """.formatted(title, attempt, purpose, job);
    }

    private Map<String, Object> mandate(long now) {
        Map<String, Object> mandate = new LinkedHashMap<>();
        mandate.put("lineName", lineName);
        mandate.put("cap", cap.toString());
        mandate.put("expiry", now + VALIDITY.toSeconds());
        mandate.put("awardRule", "FILL_BUDGET");
        mandate.put("marginBps", rule.marginBps());
        mandate.put("quorum", Units.VOTES.smallest(rule.quorum()).toString());
        mandate.put("bond", Units.VOTES.smallest(bond).toString());
        mandate.put("bidsPerBidder", bidsPerBidder);
        mandate.put("maxBids", maxBids);
        mandate.put("biddingPeriod", periods.bidding().toSeconds());
        mandate.put("revealPeriod", periods.reveal().toSeconds());
        mandate.put("reviewPeriod", periods.review().toSeconds());
        mandate.put("electionPeriod", periods.election().toSeconds());
        mandate.put("standstillPeriod", periods.standstill().toSeconds());
        mandate.put("milestoneReviewPeriod", periods.milestoneReview().toSeconds());
        mandate.put("challengePeriod", periods.challenge().toSeconds());
        mandate.put("toleranceBps", TOLERANCE_BPS);
        mandate.put("inOrder", false);
        return mandate;
    }
}

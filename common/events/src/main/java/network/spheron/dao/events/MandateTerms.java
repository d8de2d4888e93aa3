package network.spheron.dao.events;

import java.math.BigInteger;

/**
 * What a passed vote allows, as the Treasury contract stores it ({@code ITreasury.MandateTerms}). Periods are in seconds.
 *
 * @param kind DIRECT or COMPETITION
 * @param awardRule SINGLE_WINNER or FILL_BUDGET
 * @param cap in units of {@code token}
 * @param quorum in units of the governance token; so is {@code bond}
 * @param toleranceBps how much change orders may add to an agreement's price, in basis points of it
 * @param inOrder whether milestones are submitted one after the other
 */
public record MandateTerms(
        String purposeHash,
        String lineId,
        String token,
        BigInteger cap,
        long expiry,
        String kind,
        String awardRule,
        int marginBps,
        BigInteger quorum,
        BigInteger bond,
        int bidsPerBidder,
        int maxBids,
        long biddingPeriod,
        long revealPeriod,
        long reviewPeriod,
        long electionPeriod,
        long standstillPeriod,
        long milestoneReviewPeriod,
        long challengePeriod,
        int toleranceBps,
        boolean inOrder) {}

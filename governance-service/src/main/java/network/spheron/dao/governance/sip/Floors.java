package network.spheron.dao.governance.sip;

import java.math.BigInteger;

/**
 * What no mandate may go below, and, where it says most, above ({@code ITreasury.Floors}); periods in seconds.
 *
 * @param quorum in the smallest unit of the governance token
 * @param mostLineShareBps of its line's allocation
 */
public record Floors(
        int marginBps,
        BigInteger quorum,
        long biddingPeriod,
        long revealPeriod,
        long reviewPeriod,
        long electionPeriod,
        long standstillPeriod,
        long milestoneReviewPeriod,
        long challengePeriod,
        int mostToleranceBps,
        int mostLineShareBps) {}

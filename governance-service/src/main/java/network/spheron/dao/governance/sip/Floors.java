package network.spheron.dao.governance.sip;

import java.math.BigInteger;

/**
 * What no mandate may go below ({@code ITreasury.Floors}); periods in seconds.
 *
 * @param quorum in the smallest unit of the governance token
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
        long challengePeriod) {}

package network.spheron.dao.governance.election;

import org.jspecify.annotations.Nullable;

/**
 * The windows around an election, the chain's times in seconds since the epoch; null where not known yet.
 *
 * @param snapshot when voting power counts
 * @param standstillEnds from when the award holds, an objection included
 * @param objectionEnds until when an objection suspends the award, or did
 */
public record ElectionWindows(
        @Nullable Long biddingEnds,
        @Nullable Long revealEnds,
        @Nullable Long reviewEnds,
        @Nullable Long votingStarts,
        @Nullable Long votingEnds,
        @Nullable Long snapshot,
        @Nullable Long standstillEnds,
        @Nullable Long objectionEnds) {}

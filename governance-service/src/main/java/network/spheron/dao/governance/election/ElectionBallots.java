package network.spheron.dao.governance.election;

import java.util.List;

/**
 * Ballots of an election.
 *
 * @param ballots counted ones
 * @param underWay signed ones that the relay has not seen counted, the refused ones with their reason
 */
public record ElectionBallots(List<BallotView> ballots, List<RelayedBallotView> underWay) {}

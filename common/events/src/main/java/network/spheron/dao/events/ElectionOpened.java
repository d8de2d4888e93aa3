package network.spheron.dao.events;

import java.math.BigInteger;
import java.util.List;

/** The vote on a mandate's bids is open. */
public record ElectionOpened(
        BigInteger mandateId, long votingStarts, long votingEnds, long snapshot, List<Integer> bidsOnBallot)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

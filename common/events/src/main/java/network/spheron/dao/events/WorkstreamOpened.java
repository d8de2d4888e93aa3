package network.spheron.dao.events;

import java.math.BigInteger;

/** The bidding for a mandate is open; all its windows are fixed. */
public record WorkstreamOpened(
        BigInteger mandateId, long openedAt, long biddingEnds, long revealEnds, long reviewEnds, int maxBids)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

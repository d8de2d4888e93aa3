package network.spheron.dao.events;

import java.math.BigInteger;

/** Late ballots turned the vote on a mandate's bids, and it goes on. */
public record VotingExtended(BigInteger mandateId, long votingEnds) implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

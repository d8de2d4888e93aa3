package network.spheron.dao.events;

import java.math.BigInteger;

/** The stewards took a bid off the ballot for a published reason. */
public record BidDisqualified(BigInteger mandateId, int bidIndex, String reason, String reasonHash)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

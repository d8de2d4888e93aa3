package network.spheron.dao.events;

import java.math.BigInteger;

/** A vote granted a mandate. Published once final. */
public record MandateGranted(
        BigInteger mandateId, MandateTerms terms, String lineName, long grantedAt, String transactionHash)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

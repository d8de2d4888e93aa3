package network.spheron.dao.events;

import java.math.BigInteger;

/** A milestone's amount went back to the treasury: it was rejected, or not submitted in time. */
public record MilestoneRefunded(
        BigInteger mandateId,
        BigInteger agreementId,
        int milestone,
        String token,
        BigInteger amount,
        String transactionHash)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

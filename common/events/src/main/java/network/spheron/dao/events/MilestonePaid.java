package network.spheron.dao.events;

import java.math.BigInteger;

/** A milestone's amount reached its payee. */
public record MilestonePaid(
        BigInteger mandateId,
        BigInteger agreementId,
        int milestone,
        String payee,
        String token,
        BigInteger amount,
        String transactionHash)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

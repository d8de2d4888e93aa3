package network.spheron.dao.events;

import java.math.BigInteger;

/** The treasury refused to pay or to refund a milestone: {@code check} names what failed. */
public record PayoutRefused(BigInteger mandateId, BigInteger agreementId, int milestone, String check, String detail)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

package network.spheron.dao.events;

import java.math.BigInteger;

/** The treasury would not fund an award: {@code check} names what failed. */
public record FundingRefused(BigInteger mandateId, int bidIndex, String check, String detail) implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

package network.spheron.dao.events;

import java.math.BigInteger;
import java.util.List;

/** The count was verified on chain. {@code winners} are in the order of award and empty when nobody won. */
public record ElectionDecided(
        BigInteger mandateId,
        List<BidResult> results,
        List<Integer> winners,
        BigInteger awarded,
        long standstillEnds,
        String transactionHash)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

package network.spheron.dao.events;

import java.math.BigInteger;
import java.util.List;

/** An agreement holds its money in escrow. {@code bidIndex} is -1 for a direct agreement. */
public record AgreementFunded(
        BigInteger mandateId,
        BigInteger agreementId,
        int bidIndex,
        String contractor,
        String payee,
        String token,
        BigInteger price,
        long startedAt,
        List<MilestoneTerms> milestones,
        String transactionHash)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

package network.spheron.dao.events;

import java.math.BigInteger;

/** Enough stewards signed for a milestone; it may be paid once the challenge window has passed. */
public record MilestoneApproved(
        BigInteger agreementId,
        int milestone,
        int round,
        String evidenceHash,
        long challengeEnds,
        String transactionHash)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return agreementId.toString();
    }
}

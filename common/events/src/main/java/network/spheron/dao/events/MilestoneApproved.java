package network.spheron.dao.events;

import java.math.BigInteger;

/**
 * A milestone was approved by stewards, by silence or by a vote, or a challenge of it ended; it may be paid once the challenge
 * window has passed. The last one told counts.
 */
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

package network.spheron.dao.events;

import java.math.BigInteger;
import java.util.List;

/** A bid's terms are public on chain. */
public record BidRevealed(
        BigInteger mandateId,
        int bidIndex,
        String bidder,
        String payee,
        String token,
        BigInteger price,
        String title,
        List<MilestoneTerms> milestones)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

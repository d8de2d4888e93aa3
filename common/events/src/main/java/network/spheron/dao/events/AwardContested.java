package network.spheron.dao.events;

import java.math.BigInteger;

/**
 * There is an objection to a mandate's award, or a vote has ended it. Comes after the decision.
 *
 * @param status LIVE, DISMISSED or UPHELD; upheld, nobody wins
 * @param objectionEnds until when the objection suspends the award, or did
 * @param standstillEnds from when the award holds, or is known to be annulled
 */
public record AwardContested(
        BigInteger mandateId, String status, String reasonHash, long objectionEnds, long standstillEnds)
        implements DomainEvent {
    @Override
    public String aggregateId() {
        return mandateId.toString();
    }
}

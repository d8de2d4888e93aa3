package network.spheron.dao.governance.election;

import java.math.BigInteger;
import network.spheron.dao.governance.ballot.RelayedStatus;
import org.jspecify.annotations.Nullable;

/**
 * A signed ballot on its way, or what became of it.
 *
 * @param receivedAt server time in seconds since the epoch
 */
public record RelayedBallotView(
        String voter,
        BigInteger sequence,
        String choices,
        long receivedAt,
        String submissionId,
        RelayedStatus status,
        @Nullable String reason) {}

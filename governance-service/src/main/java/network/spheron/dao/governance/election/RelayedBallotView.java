package network.spheron.dao.governance.election;

import java.math.BigInteger;
import network.spheron.dao.governance.ballot.RelayedStatus;
import org.jspecify.annotations.Nullable;

/**
 * A signed ballot on its way, or what became of it.
 *
 * @param signature the voter's; with it, anyone can send the ballot to the contract
 * @param receivedAt server time in seconds since the epoch
 */
public record RelayedBallotView(
        String voter,
        BigInteger sequence,
        String choices,
        String signature,
        long receivedAt,
        String submissionId,
        RelayedStatus status,
        @Nullable String reason) {}

package network.spheron.dao.governance.voting;

import network.spheron.dao.governance.ballot.RelayedStatus;
import org.jspecify.annotations.Nullable;

/**
 * A signed vote on its way, or what became of it.
 *
 * @param signature the voter's; with it, anyone can send the vote to the contract
 * @param receivedAt server time in seconds since the epoch
 */
public record RelayedVoteView(
        String voter,
        Support support,
        String signature,
        long receivedAt,
        String submissionId,
        RelayedStatus status,
        @Nullable String reason) {}

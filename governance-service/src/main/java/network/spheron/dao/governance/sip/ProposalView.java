package network.spheron.dao.governance.sip;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the chain knows of a SIP. Times are the chain's, in seconds since the epoch.
 *
 * @param id the Governor's proposal id, fixed when the SIP is finalized
 * @param hint hash of the transaction that the author says proposes it
 * @param quorum least votes for and abstaining, in units of the governance token; null before voting has begun
 * @param rules how it is decided, fixed when it was proposed
 * @param gracePeriod seconds within which it must be queued once it has passed, and executed once it can be
 * @param veto the guardian's, if there is one
 * @param executableAt when the timelock's delay ends
 */
public record ProposalView(
        @Nullable BigInteger id,
        @Nullable String textHash,
        @Nullable String hint,
        @Nullable Long voteStart,
        @Nullable Long voteEnd,
        @Nullable BigInteger quorum,
        @Nullable Rules rules,
        @Nullable Long gracePeriod,
        @Nullable Vetoed veto,
        @Nullable Long executableAt,
        Transactions transactions,
        @Nullable BigInteger mandateId) {
    /**
     * How it is decided. Periods are in seconds, shares in basis points.
     *
     * @param proposalClass the strictest class of its calls
     * @param vetoable whether the guardian may stop it
     * @param quorumFloor least votes for and abstaining, however few tokens can vote
     * @param quorumBps votes for and abstaining that are needed, of the tokens that can vote
     * @param approvalBps share of the votes for, among those for and against, that must be exceeded
     * @param timelockDelay how long its execution waits beyond the timelock's own delay
     */
    public record Rules(
            String proposalClass,
            boolean vetoable,
            BigInteger quorumFloor,
            int quorumBps,
            int approvalBps,
            long votingDelay,
            long votingPeriod,
            long timelockDelay) {}

    /**
     * A veto.
     *
     * @param reason the guardian's words; the beginning of them, if they are long
     * @param reasonHash keccak256 of all of them
     */
    public record Vetoed(String guardian, String reason, String reasonHash) {}

    /** Hashes of the transactions that moved it. */
    public record Transactions(
            @Nullable String proposed,
            @Nullable String queued,
            @Nullable String ended) {}
}

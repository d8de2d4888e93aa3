package network.spheron.dao.governance.sip;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the chain knows of a SIP. Times are the chain's, in seconds since the epoch.
 *
 * @param id the Governor's proposal id, fixed when the SIP is finalized
 * @param hint hash of the transaction that the author says proposes it
 * @param quorum least votes for and abstaining, in units of the governance token; null before voting has begun
 * @param executableAt when the timelock's delay ends
 */
public record ProposalView(
        @Nullable BigInteger id,
        @Nullable String textHash,
        @Nullable String hint,
        @Nullable Long voteStart,
        @Nullable Long voteEnd,
        @Nullable BigInteger quorum,
        @Nullable Long executableAt,
        Transactions transactions,
        @Nullable BigInteger mandateId) {
    /** Hashes of the transactions that moved it. */
    public record Transactions(
            @Nullable String proposed,
            @Nullable String queued,
            @Nullable String ended) {}
}

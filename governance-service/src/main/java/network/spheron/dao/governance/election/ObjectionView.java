package network.spheron.dao.governance.election;

import org.jspecify.annotations.Nullable;

/**
 * An objection to an award, as the API shows it.
 *
 * @param status LIVE, LAPSED, DISMISSED or UPHELD
 * @param objector a holder, the timelock, or the StewardCouncil contract when stewards signed
 * @param reasonHash keccak256 of the reason, as on chain
 * @param reason the words, where they were given here
 * @param transactionHash of the objection
 * @param ends when it lapses, or ended, in seconds since the epoch
 */
public record ObjectionView(
        String status,
        String statusWords,
        String objector,
        String reasonHash,
        @Nullable String reason,
        String transactionHash,
        long ends) {}

package network.spheron.dao.marketplace.evaluation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One steward's part in a decision, as a request brings it.
 *
 * @param expiry until when the signature is good, in seconds since the epoch
 * @param interested wallets of bidders and payees; nobody decides about what they bid for or are paid by
 */
public record StewardVote(
        StewardDecision decision,
        String steward,
        long expiry,
        @Nullable String signature,
        Set<String> interested) {}

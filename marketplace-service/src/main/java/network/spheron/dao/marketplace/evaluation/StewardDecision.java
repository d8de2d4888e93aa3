package network.spheron.dao.marketplace.evaluation;

import java.math.BigInteger;
import network.spheron.dao.chain.signing.Keccak;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.PublishedReason;
import org.jspecify.annotations.Nullable;

/**
 * What is decided, the same for every signer ({@code IStewardCouncil.Decision}).
 *
 * @param subject agreement id, or mandate id for a bid
 * @param part milestone index, or bid index
 * @param round submission round of a milestone (from 1); 0 for a bid
 * @param contentHash what was looked at: evidence hash, or the bid's commitment
 * @param reason published with the decision; empty where none is needed
 */
public record StewardDecision(
        DecisionAction action, BigInteger subject, int part, int round, String contentHash, String reason) {
    private static final String NO_REASON = "0x" + "0".repeat(64);

    /**
     * Takes the reason as a steward wrote it.
     *
     * @throws InvalidField when the action needs one and there is none, or it is too long
     */
    public static String reason(DecisionAction action, @Nullable String written) {
        return action.needsReason() ? PublishedReason.written(written).words() : "";
    }

    /** keccak256 of the reason; zero where there is none. */
    public String reasonHash() {
        return reason.isEmpty() ? NO_REASON : Keccak.hash(reason);
    }
}

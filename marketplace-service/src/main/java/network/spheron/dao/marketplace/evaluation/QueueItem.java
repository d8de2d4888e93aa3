package network.spheron.dao.marketplace.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for stewards.
 *
 * @param kind {@code bid} or {@code milestone}
 * @param mandateId and {@code bidIndex} name the bid to review
 * @param agreementId and {@code milestone} with {@code round} name the milestone to decide
 * @param deadline when the review ends, in seconds since the epoch
 * @param needed how many stewards must sign the same decision
 * @param actions what the caller may sign, and why not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueItem(
        String kind,
        String title,
        String path,
        @Nullable String mandateId,
        @Nullable Integer bidIndex,
        @Nullable String agreementId,
        @Nullable Integer milestone,
        @Nullable Integer round,
        @Nullable EvidenceLine evidence,
        String amount,
        long deadline,
        List<Proposal> proposals,
        int needed,
        List<Action> actions) {

    /** The amount at stake as a number, for pages. */
    public BigInteger amountValue() {
        return new BigInteger(amount);
    }

    /** The action of that name. */
    public Action action(String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What the contractor submitted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EvidenceLine(
            @Nullable String url, @Nullable String note, String contentHash) {}

    /**
     * A decision that some stewards have signed.
     *
     * @param decision such as {@code approve milestone}
     * @param stewards who signed, lower-case hex
     */
    public record Proposal(String decision, String reason, List<String> stewards) {}
}

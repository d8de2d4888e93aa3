package network.spheron.dao.marketplace.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.web.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How far a decision has come.
 *
 * @param collected signatures that count now
 * @param needed signatures that are needed
 * @param submission the relayed decision, once enough have signed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CollectedDecision(
        int collected, int needed, @Nullable SubmissionView submission) {
    /** What a page shows of it. */
    public Outcome outcome() {
        return submission == null
                ? Outcome.noticed("Signed. " + collected + " of " + needed + " signatures are there.")
                : Outcome.relayed(submission);
    }
}

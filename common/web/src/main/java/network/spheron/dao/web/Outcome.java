package network.spheron.dao.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import network.spheron.dao.chain.SubmissionView;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a page's POST to the wallet script: follow a submission, then go somewhere.
 *
 * @param submission the relayed transaction to show progress of
 * @param location path to go to afterwards; the same page is loaded again when there is none
 * @param notice a sentence to show meanwhile
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Outcome(
        @Nullable SubmissionView submission,
        @Nullable String location,
        @Nullable String notice) {
    public static Outcome relayed(SubmissionView submission) {
        return new Outcome(submission, null, null);
    }

    public static Outcome relayed(SubmissionView submission, String location) {
        return new Outcome(submission, location, null);
    }

    public static Outcome goTo(String location) {
        return new Outcome(null, location, null);
    }

    public static Outcome noticed(String notice) {
        return new Outcome(null, null, notice);
    }
}

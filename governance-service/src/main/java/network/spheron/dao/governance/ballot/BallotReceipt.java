package network.spheron.dao.governance.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import network.spheron.dao.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one signed vote or ballot of a request.
 *
 * @param problem type of the problem for which it was refused, {@code urn:spheron:problem:…}
 * @param submissionId the relayed transaction that carries it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BallotReceipt(
        String voter,
        boolean accepted,
        @Nullable String problem,
        @Nullable String reason,
        @Nullable String submissionId) {
    public static BallotReceipt accepted(String voter, String submissionId) {
        return new BallotReceipt(voter, true, null, null, submissionId);
    }

    public static BallotReceipt refused(String voter, Refusal refusal) {
        return new BallotReceipt(voter, false, "urn:spheron:problem:" + refusal.slug(), refusal.detail(), null);
    }
}

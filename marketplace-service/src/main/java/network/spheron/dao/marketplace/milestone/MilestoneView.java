package network.spheron.dao.marketplace.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.marketplace.evaluation.QueueItem;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as the API shows it. The amount is a decimal string in the smallest unit of the agreement's token; times
 * are the chain's, in seconds since the epoch.
 *
 * @param dueAt until when it may be submitted
 * @param reviewEnds until when stewards may decide about the last submission
 * @param challengeEnds until when an approval or rejection may be challenged
 * @param rulingEnds when a challenge lapses unless a vote has decided; only while it is challenged
 * @param payment the transaction that paid or refunded it
 * @param owedTo who has yet to fetch the amount from the contract, where it could not be delivered
 * @param proposals decisions about the present round that some stewards have signed
 * @param needed how many stewards must sign the same decision
 * @param submission how a relayed submission or decision of the present round stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MilestoneView(
        int index,
        String title,
        String descriptionHash,
        String amount,
        long dueAt,
        String status,
        String statusWords,
        int round,
        @Nullable Long reviewEnds,
        @Nullable Long challengeEnds,
        @Nullable Long rulingEnds,
        @Nullable String payment,
        @Nullable String owedTo,
        @Nullable String payoutRefusal,
        List<RoundView> rounds,
        List<QueueItem.Proposal> proposals,
        int needed,
        @Nullable SubmissionView submission,
        List<Action> actions) {

    /** The amount as a number, for pages. */
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

    /** Whether a submission waits for the stewards. */
    public boolean submitted() {
        return status.equals(MilestoneStatus.SUBMITTED.slug());
    }

    /** Whether it was approved or rejected, and its amount is still in escrow. */
    public boolean decided() {
        return status.equals(MilestoneStatus.APPROVED.slug()) || status.equals(MilestoneStatus.REJECTED.slug());
    }

    /** Whether the contractor may still submit it. */
    public boolean openForSubmission() {
        return status.equals(MilestoneStatus.PENDING.slug()) || status.equals(MilestoneStatus.SENT_BACK.slug());
    }

    /**
     * One submission and what became of it.
     *
     * @param evidenceHash as on chain: keccak256 of address, file hash and note, one a line
     * @param evidenceUrl with file hash and note where they were given here
     * @param outcome the status that it led to; absent while nothing is decided
     * @param decision the transaction of the outcome
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RoundView(
            int round,
            String evidenceHash,
            @Nullable String evidenceUrl,
            @Nullable String evidenceFileHash,
            @Nullable String note,
            @Nullable String signature,
            long submittedAt,
            String submission,
            @Nullable String outcome,
            @Nullable String outcomeWords,
            @Nullable String reason,
            @Nullable String decision) {}
}

package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import network.spheron.dao.marketplace.evaluation.DecisionAction;
import network.spheron.dao.marketplace.evaluation.StewardEligibility;
import network.spheron.dao.marketplace.evaluation.StewardSignature;
import network.spheron.dao.marketplace.evaluation.StewardSignatures;
import org.jspecify.annotations.Nullable;

/** Shows milestones with their rounds and what the caller may do. */
@ApplicationScoped
public class ReadMilestones {
    private final Milestones milestones;
    private final RoundViews rounds;
    private final StewardSignatures signatures;
    private final MilestoneActions actions;
    private final TransactionRelay relay;

    ReadMilestones(
            Milestones milestones,
            RoundViews rounds,
            StewardSignatures signatures,
            MilestoneActions actions,
            TransactionRelay relay) {
        this.milestones = milestones;
        this.rounds = rounds;
        this.signatures = signatures;
        this.actions = actions;
        this.relay = relay;
    }

    /**
     * An agreement's milestones in order. Must run inside a transaction.
     *
     * @param needed how many stewards must sign the same decision
     */
    public List<MilestoneView> of(BigInteger agreementId, int needed) {
        return milestones.of(agreementId).stream()
                .map(milestone -> view(milestone, needed))
                .toList();
    }

    private MilestoneView view(Milestone milestone, int needed) {
        MilestoneId id = milestone.id();
        List<StewardSignature> given = milestone.status() == MilestoneStatus.SUBMITTED
                ? signatures.about(MilestoneReview.ACTIONS, id.agreementId(), id.position(), milestone.round())
                : List.of();
        return new MilestoneView(
                id.position(),
                milestone.title(),
                milestone.descriptionHash(),
                milestone.amount().toString(),
                milestone.dueAt(),
                milestone.status().slug(),
                milestone.status().words(),
                milestone.round(),
                milestone.reviewEnds().orElse(null),
                milestone.challengeEnds().orElse(null),
                milestone.payment().orElse(null),
                milestone.payoutRefusal().orElse(null),
                rounds.of(id),
                StewardEligibility.proposals(given),
                needed,
                underWay(milestone),
                actions.of(milestone, given));
    }

    private @Nullable SubmissionView underWay(Milestone milestone) {
        Optional<SubmissionView> found = switch (milestone.status()) {
            case PENDING, SENT_BACK -> relay.findByKey(SubmissionRules.key(milestone.id(), milestone.round() + 1));
            case SUBMITTED ->
                MilestoneReview.ACTIONS.stream()
                        .map(action -> relay.findByKey(MilestoneReview.key(milestone, action)))
                        .flatMap(Optional::stream)
                        .findFirst();
            default -> Optional.empty();
        };
        return found.filter(submission -> submission.status() != SubmissionStatus.FINAL)
                .orElse(null);
    }

    /** The decisions that stewards can make about a milestone. */
    static String actionName(DecisionAction action) {
        return switch (action) {
            case APPROVE_MILESTONE -> "approve";
            case SEND_BACK_MILESTONE -> "send-back";
            case REJECT_MILESTONE -> "reject";
            case DISQUALIFY_BID -> "disqualify";
        };
    }
}

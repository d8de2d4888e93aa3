package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.contracts.MilestoneEscrow;
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
    private final Escrow escrow;

    ReadMilestones(
            Milestones milestones,
            RoundViews rounds,
            StewardSignatures signatures,
            MilestoneActions actions,
            Escrow escrow) {
        this.milestones = milestones;
        this.rounds = rounds;
        this.signatures = signatures;
        this.actions = actions;
        this.escrow = escrow;
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
        MilestoneEscrow.MilestoneResult onChain = escrow.milestone(id);
        // While it is challenged, the chain's end is that of the challenge.
        boolean isChallenged = milestone.status() == MilestoneStatus.CHALLENGED;
        return new MilestoneView(
                id.position(),
                milestone.title(),
                milestone.descriptionHash(),
                milestone.amount().toString(),
                onChain.dueAt(),
                milestone.status().slug(),
                milestone.status().words(),
                milestone.round(),
                deadline(onChain.reviewEnds(), milestone.reviewEnds()),
                isChallenged
                        ? milestone.challengeEnds().orElse(null)
                        : deadline(onChain.challengeEnds(), milestone.challengeEnds()),
                isChallenged ? deadline(onChain.challengeEnds(), milestone.rulingEnds()) : null,
                milestone.payment().orElse(null),
                milestone.owedTo().orElse(null),
                milestone.payoutRefusal().orElse(null),
                rounds.of(id),
                StewardEligibility.proposals(given),
                needed,
                rounds.underWay(milestone),
                actions.of(milestone, given));
    }

    /** A deadline as it is now where it still applies, or else as it was at the event that set it. */
    private static @Nullable Long deadline(long now, Optional<Long> then) {
        return now == 0 ? then.orElse(null) : Long.valueOf(now);
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

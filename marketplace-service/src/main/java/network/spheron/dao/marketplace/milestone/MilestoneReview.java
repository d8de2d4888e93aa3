package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.marketplace.evaluation.DecisionAction;
import network.spheron.dao.marketplace.evaluation.StewardDecision;
import network.spheron.dao.marketplace.evaluation.StewardVote;
import network.spheron.dao.web.InvalidField;
import org.jspecify.annotations.Nullable;

/** The time in which stewards decide about a submission, and what their decision is on chain. */
@ApplicationScoped
class MilestoneReview {
    static final List<DecisionAction> ACTIONS = List.of(
            DecisionAction.APPROVE_MILESTONE, DecisionAction.SEND_BACK_MILESTONE, DecisionAction.REJECT_MILESTONE);

    private final Milestones milestones;
    private final Escrow escrow;

    MilestoneReview(Milestones milestones, Escrow escrow) {
        this.milestones = milestones;
        this.escrow = escrow;
    }

    /** Submitted milestones about which stewards may decide now; those first whose review ends first. */
    List<Milestone> open() {
        return milestones.submitted().stream()
                .filter(milestone -> ends(milestone) != 0)
                .sorted(Comparator.comparing(this::ends))
                .toList();
    }

    /** When the review of a submitted milestone ends; 0 once it has. */
    long ends(Milestone milestone) {
        return escrow.milestone(milestone.id()).reviewEnds();
    }

    /** @param round which the decision is about; null for the present one */
    Milestone requireOpen(MilestoneId id, @Nullable Integer round) {
        Milestone milestone = milestones.require(id);
        if (round != null && round != milestone.round()) {
            throw new OldRound(round, milestone.round());
        }
        requireOpen(milestone);
        return milestone;
    }

    void requireOpen(Milestone milestone) {
        if (milestone.status() != MilestoneStatus.SUBMITTED) {
            throw new NothingToDecide(
                    "Nothing waits for a decision here: " + milestone.status().words() + ".");
        }
        if (ends(milestone) == 0) {
            throw new NothingToDecide(
                    "The review period passed without a decision; the milestone goes forward into its challenge window.");
        }
    }

    StewardVote vote(Milestone milestone, DecisionRequest request) {
        DecisionAction action = action(request.decision());
        String steward = request.steward();
        if (steward == null || steward.isBlank()) {
            throw new InvalidField("steward", "is missing");
        }
        StewardDecision decision = new StewardDecision(
                action,
                milestone.id().agreementId(),
                milestone.id().position(),
                milestone.round(),
                milestone.evidenceHash().orElseThrow(),
                StewardDecision.reason(action, request.reason()));
        Long expiry = request.expiry();
        return new StewardVote(
                decision,
                steward.toLowerCase(Locale.ROOT),
                expiry == null ? ends(milestone) : expiry,
                request.signature(),
                milestone.parties().interested());
    }

    private static DecisionAction action(@Nullable String decision) {
        return switch (decision == null ? "" : decision) {
            case "APPROVE" -> DecisionAction.APPROVE_MILESTONE;
            case "SEND_BACK" -> DecisionAction.SEND_BACK_MILESTONE;
            case "REJECT" -> DecisionAction.REJECT_MILESTONE;
            default -> throw new InvalidField("decision", "must be APPROVE, SEND_BACK or REJECT");
        };
    }

    /** The domain fact that a relayed decision brings about. */
    static String key(Milestone milestone, DecisionAction action) {
        MilestoneId id = milestone.id();
        return "agreement:" + id.agreementId() + ":milestone:" + id.position() + ":round:" + milestone.round() + ":"
                + action.text().replace(' ', '-');
    }

    static FunctionCall<?> call(
            Milestone milestone, StewardDecision decision, List<StewardCouncil.Approval> approvals) {
        BigInteger agreement = milestone.id().agreementId();
        BigInteger index = BigInteger.valueOf(milestone.id().position());
        BigInteger round = BigInteger.valueOf(milestone.round());
        return switch (decision.action()) {
            case APPROVE_MILESTONE -> MilestoneEscrow.approve(agreement, index, round, approvals);
            case SEND_BACK_MILESTONE ->
                MilestoneEscrow.sendBack(agreement, index, round, decision.reasonHash(), approvals);
            case REJECT_MILESTONE -> MilestoneEscrow.reject(agreement, index, round, decision.reasonHash(), approvals);
            case DISQUALIFY_BID -> throw new IllegalArgumentException("a milestone is not a bid");
        };
    }
}

package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.marketplace.evaluation.StewardEligibility;
import network.spheron.dao.marketplace.evaluation.StewardSignature;
import network.spheron.dao.web.Action;
import network.spheron.dao.web.Refusal;
import org.jspecify.annotations.Nullable;

/** What the caller may do with a milestone now, and why not. */
@ApplicationScoped
class MilestoneActions {
    private final SubmissionRules submission;
    private final MilestoneReview review;
    private final ChallengeRules challenge;
    private final StewardEligibility eligibility;
    private final Caller caller;

    MilestoneActions(
            SubmissionRules submission,
            MilestoneReview review,
            ChallengeRules challenge,
            StewardEligibility eligibility,
            Caller caller) {
        this.submission = submission;
        this.review = review;
        this.challenge = challenge;
        this.eligibility = eligibility;
        this.caller = caller;
    }

    List<Action> of(Milestone milestone, List<StewardSignature> given) {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.unless("submit", againstSubmitting(milestone)));
        actions.add(Action.unless("challenge", againstChallenging(milestone)));
        actions.addAll(decisions(milestone, given));
        return actions;
    }

    /** What the caller may do as a steward. */
    List<Action> decisions(Milestone milestone, List<StewardSignature> given) {
        String closed = refusal(() -> review.requireOpen(milestone));
        String against = closed != null
                ? closed
                : eligibility.against(milestone.parties().interested());
        return MilestoneReview.ACTIONS.stream()
                .map(action -> Action.unless(
                        ReadMilestones.actionName(action),
                        against != null
                                ? against
                                : eligibility.againstTwice(given, action, MilestoneReview.key(milestone, action))))
                .toList();
    }

    private @Nullable String againstSubmitting(Milestone milestone) {
        String closed = refusal(() -> submission.require(milestone));
        if (closed != null) {
            return closed;
        }
        if (!caller.isSignedIn()) {
            return "Sign in as the contractor to submit it.";
        }
        return caller.wallets().contains(milestone.parties().contractor())
                ? null
                : "Only the contractor can submit it.";
    }

    private @Nullable String againstChallenging(Milestone milestone) {
        String closed = refusal(() -> challenge.require(milestone));
        return closed != null || caller.isSignedIn() ? closed : "Sign in and link a wallet to challenge it.";
    }

    private static @Nullable String refusal(Runnable check) {
        try {
            check.run();
            return null;
        } catch (Refusal refusal) {
            return refusal.detail();
        }
    }
}

package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;
import org.jspecify.annotations.Nullable;

/** Shows a milestone's rounds with the evidence that was given here, and what is on its way to the chain. */
@ApplicationScoped
class RoundViews {
    private final SubmittedRounds rounds;
    private final EvidenceRecords evidence;
    private final ChallengeReasons challengeReasons;
    private final TransactionRelay relay;

    RoundViews(
            SubmittedRounds rounds,
            EvidenceRecords evidence,
            ChallengeReasons challengeReasons,
            TransactionRelay relay) {
        this.rounds = rounds;
        this.evidence = evidence;
        this.challengeReasons = challengeReasons;
        this.relay = relay;
    }

    List<MilestoneView.RoundView> of(MilestoneId milestone) {
        return rounds.of(milestone).stream()
                .map(round -> view(round, evidence.behind(milestone, round.round(), round.evidenceHash())))
                .toList();
    }

    /** How a relayed submission or decision of the present round stands; null when nothing is on its way. */
    @Nullable
    SubmissionView underWay(Milestone milestone) {
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

    private MilestoneView.RoundView view(SubmittedRound round, Optional<Evidence> shown) {
        return new MilestoneView.RoundView(
                round.round(),
                round.evidenceHash(),
                shown.map(Evidence::url).orElse(null),
                shown.map(Evidence::fileHash).orElse(null),
                shown.map(Evidence::note).orElse(null),
                shown.map(Evidence::signature).orElse(null),
                round.submittedAt(),
                round.submission(),
                round.outcome().map(MilestoneStatus::slug).orElse(null),
                round.outcome().map(MilestoneStatus::words).orElse(null),
                round.reason().map(this::words).orElse(null),
                round.decision().orElse(null));
    }

    /** A challenger's own words are known here only if they were given here. */
    private String words(OutcomeReason reason) {
        return challengeReasons
                .behind(reason.reasonHash())
                .map(given -> reason.reason() + ": “" + given + "”")
                .orElse(reason.reason());
    }
}

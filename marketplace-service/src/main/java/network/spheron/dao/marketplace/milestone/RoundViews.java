package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Shows a milestone's rounds with the evidence that was given here. */
@ApplicationScoped
class RoundViews {
    private final SubmittedRounds rounds;
    private final EvidenceRecords evidence;

    RoundViews(SubmittedRounds rounds, EvidenceRecords evidence) {
        this.rounds = rounds;
        this.evidence = evidence;
    }

    List<MilestoneView.RoundView> of(MilestoneId milestone) {
        return rounds.of(milestone).stream()
                .map(round -> view(round, evidence.behind(milestone, round.round(), round.evidenceHash())))
                .toList();
    }

    private static MilestoneView.RoundView view(SubmittedRound round, Optional<Evidence> shown) {
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
                round.reason().orElse(null),
                round.decision().orElse(null));
    }
}

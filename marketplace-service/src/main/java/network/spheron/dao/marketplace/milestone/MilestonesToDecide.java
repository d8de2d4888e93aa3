package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import network.spheron.dao.marketplace.evaluation.QueueContext;
import network.spheron.dao.marketplace.evaluation.QueueItem;
import network.spheron.dao.marketplace.evaluation.QueueSource;
import network.spheron.dao.marketplace.evaluation.StewardEligibility;
import network.spheron.dao.marketplace.evaluation.StewardSignature;
import network.spheron.dao.marketplace.evaluation.StewardSignatures;

/** Submitted milestones that wait for the stewards' decision. */
@ApplicationScoped
class MilestonesToDecide implements QueueSource {
    private final MilestoneReview review;
    private final EvidenceRecords evidence;
    private final StewardSignatures signatures;
    private final MilestoneActions actions;
    private final QueueContext context;

    MilestonesToDecide(
            MilestoneReview review,
            EvidenceRecords evidence,
            StewardSignatures signatures,
            MilestoneActions actions,
            QueueContext context) {
        this.review = review;
        this.evidence = evidence;
        this.signatures = signatures;
        this.actions = actions;
        this.context = context;
    }

    @Override
    public List<QueueItem> waiting() {
        int needed = context.threshold();
        return review.open().stream().map(milestone -> item(milestone, needed)).toList();
    }

    private QueueItem item(Milestone milestone, int needed) {
        MilestoneId id = milestone.id();
        List<StewardSignature> given =
                signatures.about(MilestoneReview.ACTIONS, id.agreementId(), id.position(), milestone.round());
        return new QueueItem(
                "milestone",
                milestone.title(),
                "/agreements/" + id.agreementId() + "#milestone-" + id.position(),
                null,
                null,
                id.agreementId().toString(),
                id.position(),
                milestone.round(),
                shown(milestone),
                milestone.amount().toString(),
                review.ends(milestone),
                StewardEligibility.proposals(given),
                needed,
                actions.decisions(milestone, given));
    }

    private QueueItem.EvidenceLine shown(Milestone milestone) {
        String hash = milestone.evidenceHash().orElseThrow();
        return evidence.behind(milestone.id(), milestone.round(), hash)
                .map(given -> new QueueItem.EvidenceLine(given.url(), given.note(), hash))
                .orElseGet(() -> new QueueItem.EvidenceLine(null, null, hash));
    }
}

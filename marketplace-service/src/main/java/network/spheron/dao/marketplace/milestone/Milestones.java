package network.spheron.dao.marketplace.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.NotFound;

/** All milestones. */
@ApplicationScoped
public class Milestones implements PanacheRepositoryBase<Milestone, MilestoneId> {
    /** An agreement's milestones in order. */
    public List<Milestone> of(BigInteger agreementId) {
        return list("id.agreementId = ?1 order by id.position", agreementId);
    }

    public Milestone require(MilestoneId id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new NotFound("milestone " + id.position() + " of agreement " + id.agreementId()));
    }

    /** Milestones that wait for a decision, or for the keeper that moves on what the stewards left undecided. */
    List<Milestone> submitted() {
        return list("status = ?1", MilestoneStatus.SUBMITTED);
    }

    /** Ids of the submitted milestones that the stewards left undecided until that time, if payments were not stopped. */
    List<MilestoneId> undecided(long now) {
        return list("status = ?1 and reviewEnds <= ?2 order by reviewEnds", MilestoneStatus.SUBMITTED, now).stream()
                .map(Milestone::id)
                .toList();
    }

    /** Milestones whose amount a payee has yet to fetch. */
    public List<Milestone> owedTo(String payee) {
        return list("owedTo = ?1", payee);
    }

    /** Ids of the challenged milestones about which no vote had decided at that time, if payments were not stopped. */
    List<MilestoneId> unruled(long now) {
        return list("status = ?1 and rulingEnds <= ?2 order by rulingEnds", MilestoneStatus.CHALLENGED, now).stream()
                .map(Milestone::id)
                .toList();
    }
}

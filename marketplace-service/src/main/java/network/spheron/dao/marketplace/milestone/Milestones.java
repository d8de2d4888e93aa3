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

    Milestone require(MilestoneId id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new NotFound("milestone " + id.position() + " of agreement " + id.agreementId()));
    }

    /** Submitted milestones whose review is open at that time. */
    List<Milestone> inReview(long now) {
        return list("status = ?1 and reviewEnds > ?2 order by reviewEnds", MilestoneStatus.SUBMITTED, now);
    }

    /** Ids of the submitted milestones that the stewards left undecided until that time. */
    List<MilestoneId> undecided(long now) {
        return list("status = ?1 and reviewEnds <= ?2 order by reviewEnds", MilestoneStatus.SUBMITTED, now).stream()
                .map(Milestone::id)
                .toList();
    }
}

package network.spheron.dao.marketplace.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every round of every milestone. */
@ApplicationScoped
class SubmittedRounds implements PanacheRepositoryBase<SubmittedRound, UUID> {
    List<SubmittedRound> of(MilestoneId milestone) {
        return list("milestone = ?1 order by round", milestone);
    }

    SubmittedRound require(MilestoneId milestone, int round) {
        return find("milestone = ?1 and round = ?2", milestone, round)
                .firstResultOptional()
                .orElseThrow(() -> new IllegalStateException("round " + round + " of " + milestone + " is unknown"));
    }
}

package network.spheron.dao.marketplace.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Every round of every milestone. */
@ApplicationScoped
class SubmittedRounds implements PanacheRepositoryBase<SubmittedRound, UUID> {
    List<SubmittedRound> of(MilestoneId milestone) {
        return list(
                "agreementId = ?1 and position = ?2 order by round", milestone.agreementId(), milestone.position());
    }

    SubmittedRound require(MilestoneId milestone, int round) {
        return find(
                        "agreementId = ?1 and position = ?2 and round = ?3",
                        milestone.agreementId(),
                        milestone.position(),
                        round)
                .firstResultOptional()
                .orElseThrow(() -> new IllegalStateException("round " + round + " of " + milestone + " is unknown"));
    }
}

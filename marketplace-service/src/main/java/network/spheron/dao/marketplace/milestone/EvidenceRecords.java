package network.spheron.dao.marketplace.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The evidence that contractors signed here. */
@ApplicationScoped
class EvidenceRecords implements PanacheRepositoryBase<Evidence, UUID> {
    /** The evidence behind a hash on chain, where it was given here. */
    Optional<Evidence> behind(MilestoneId milestone, int round, String evidenceHash) {
        return find(
                        "agreementId = ?1 and position = ?2 and round = ?3 and evidenceHash = ?4",
                        milestone.agreementId(),
                        milestone.position(),
                        round,
                        evidenceHash)
                .firstResultOptional();
    }
}

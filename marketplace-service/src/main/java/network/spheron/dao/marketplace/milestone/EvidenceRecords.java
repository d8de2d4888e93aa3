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
        return find("milestone = ?1 and round = ?2 and evidenceHash = ?3", milestone, round, evidenceHash)
                .firstResultOptional();
    }
}

package network.spheron.dao.marketplace.milestone;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The reasons of challenges that were given here. */
@ApplicationScoped
class ChallengeReasons implements PanacheRepositoryBase<ChallengeReason, String> {
    /** The words behind a hash on chain, where they were given here. */
    Optional<String> behind(String reasonHash) {
        return findByIdOptional(reasonHash).map(ChallengeReason::reason);
    }
}

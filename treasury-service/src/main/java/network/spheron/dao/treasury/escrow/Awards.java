package network.spheron.dao.treasury.escrow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** All awards. */
@ApplicationScoped
class Awards implements PanacheRepositoryBase<Award, BidKey> {
    List<Award> of(BigInteger mandateId) {
        return list("key.mandateId = ?1 order by key.bidIndex", mandateId);
    }

    Optional<Award> withFundingKey(String fundingKey) {
        return list("status", AwardStatus.REQUESTED).stream()
                .filter(award -> award.fundingKey().equals(fundingKey))
                .findFirst();
    }
}

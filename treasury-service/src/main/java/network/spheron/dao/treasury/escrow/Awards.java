package network.spheron.dao.treasury.escrow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All awards. */
@ApplicationScoped
public class Awards implements PanacheRepositoryBase<Award, BidKey> {
    private static final Set<AwardStatus> FUNDABLE = Set.of(AwardStatus.STANDSTILL, AwardStatus.REFUSED);

    /** The awards under a mandate, by bid. */
    public List<AwardView> views(BigInteger mandateId) {
        return of(mandateId).stream().map(AwardView::of).toList();
    }

    List<Award> of(BigInteger mandateId) {
        return list("key.mandateId = ?1 order by key.bidIndex", mandateId);
    }

    List<BidKey> due(long now) {
        return list("status in ?1 and dueAt <= ?2 order by dueAt, key.bidIndex", FUNDABLE, now).stream()
                .map(award -> award.key)
                .toList();
    }

    Optional<Award> withFundingKey(String fundingKey) {
        return list("status", AwardStatus.REQUESTED).stream()
                .filter(award -> award.fundingKey().equals(fundingKey))
                .findFirst();
    }
}

package network.spheron.dao.treasury.payout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All payouts. */
@ApplicationScoped
public class Payouts implements PanacheRepositoryBase<Payout, PayoutKey> {
    private static final Set<PayoutStatus> RELEASABLE = Set.of(PayoutStatus.APPROVED, PayoutStatus.REFUSED);

    /** Newest agreements first, milestones in order. */
    public List<PayoutView> views() {
        return list("order by key.agreementId desc, key.milestone").stream()
                .map(PayoutView::of)
                .toList();
    }

    /** Payouts under a mandate, newest agreements first. */
    public List<PayoutView> views(BigInteger mandateId) {
        return list("mandateId = ?1 order by key.agreementId desc, key.milestone", mandateId).stream()
                .map(PayoutView::of)
                .toList();
    }

    boolean areKnownOf(BigInteger agreementId) {
        return count("key.agreementId", agreementId) > 0;
    }

    List<PayoutKey> due(long now) {
        return list("status in ?1 and dueAt <= ?2 order by dueAt", RELEASABLE, now).stream()
                .map(payout -> payout.key)
                .toList();
    }

    Optional<Payout> withReleaseKey(String releaseKey) {
        return list("status", PayoutStatus.REQUESTED).stream()
                .filter(payout -> payout.releaseKey().equals(releaseKey))
                .findFirst();
    }

    Payout payout(BigInteger agreementId, BigInteger milestone) {
        PayoutKey key = new PayoutKey(agreementId, milestone.intValueExact());
        return findByIdOptional(key).orElseThrow(() -> new IllegalStateException("unknown payout " + key));
    }
}

package network.spheron.dao.treasury.payout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;

/** All payouts. */
@ApplicationScoped
public class Payouts implements PanacheRepositoryBase<Payout, PayoutKey> {
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

    List<Payout> of(BigInteger agreementId) {
        return list("key.agreementId = ?1 order by key.milestone", agreementId);
    }

    boolean areKnownOf(BigInteger agreementId) {
        return count("key.agreementId", agreementId) > 0;
    }

    /** What is to be released, refunded, or checked again by that time. */
    List<PayoutKey> due(long now) {
        return list(
                        "status in (APPROVED, REFUSED) and dueAt <= ?1"
                                + " or status in (PENDING, APPROVED) and refundableFrom <= ?1"
                                + " order by coalesce(dueAt, refundableFrom)",
                        now)
                .stream()
                .map(payout -> payout.key)
                .toList();
    }

    List<Payout> requested() {
        return list("status", PayoutStatus.REQUESTED);
    }

    Payout payout(BigInteger agreementId, BigInteger milestone) {
        PayoutKey key = new PayoutKey(agreementId, milestone.intValueExact());
        return findByIdOptional(key).orElseThrow(() -> new IllegalStateException("unknown payout " + key));
    }
}

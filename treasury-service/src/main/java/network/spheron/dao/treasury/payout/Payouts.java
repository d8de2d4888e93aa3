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

    /** What is to be released, refunded, or checked again by that time; what is challenged waits for a vote. */
    List<PayoutKey> due(long now) {
        return list(
                        "status in (APPROVED, REFUSED) and dueAt <= ?1 and challengedUntil is null"
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

    /** One of an agreement's payouts. Every agreement has some, and what is the agreement's is the same in all. */
    Payout ofAny(BigInteger agreementId) {
        return of(agreementId).get(0);
    }

    /**
     * The payout of a milestone, made if it is not known: the first event about a milestone that a change order adds may be
     * that of its refund, where the same order drops it.
     */
    Payout payout(BigInteger agreementId, BigInteger milestone, BigInteger amount, long dueAt) {
        PayoutKey key = new PayoutKey(agreementId, milestone.intValueExact());
        return findByIdOptional(key).orElseGet(() -> {
            Payout added = new Payout(ofAny(agreementId), key.milestone(), amount, dueAt);
            persist(added);
            return added;
        });
    }

    /** What the escrow keeps for a payee; all of it is withdrawn together. */
    List<Payout> owed(String payee, String token) {
        return list("owed = true and payee = ?1 and token = ?2", payee, token);
    }

    Payout payout(BigInteger agreementId, BigInteger milestone) {
        PayoutKey key = new PayoutKey(agreementId, milestone.intValueExact());
        return findByIdOptional(key).orElseThrow(() -> new IllegalStateException("unknown payout " + key));
    }
}

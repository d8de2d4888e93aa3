package network.spheron.dao.treasury.escrow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;

/** All agreements. */
@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<Agreement, BigInteger> {
    /** Agreements, newest first. */
    public List<AgreementView> views() {
        return list("order by agreementId desc").stream().map(AgreementView::of).toList();
    }

    /** Agreements under a mandate, newest first. */
    public List<AgreementView> views(BigInteger mandateId) {
        return list("mandateId = ?1 order by agreementId desc", mandateId).stream()
                .map(AgreementView::of)
                .toList();
    }

    /** A change order made it dearer by this much, or cheaper if negative. */
    public void changed(BigInteger agreementId, BigInteger difference) {
        agreement(agreementId).changed(difference);
    }

    /** It has another payee. */
    public void paidTo(BigInteger agreementId, String payee) {
        agreement(agreementId).paidTo(payee);
    }

    private Agreement agreement(BigInteger agreementId) {
        return findByIdOptional(agreementId)
                .orElseThrow(() -> new IllegalStateException("unknown agreement " + agreementId));
    }

    boolean existsFor(BidKey bid) {
        return count("mandateId = ?1 and bidIndex = ?2", bid.mandateId(), bid.bidIndex()) > 0;
    }
}

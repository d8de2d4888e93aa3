package network.spheron.dao.marketplace.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import network.spheron.dao.web.NotFound;

/** All agreements. */
@ApplicationScoped
class Agreements implements PanacheRepositoryBase<Agreement, BigInteger> {
    private static final int PAGE = 200;

    Agreement require(BigInteger agreementId) {
        return findByIdOptional(agreementId).orElseThrow(() -> new NotFound("agreement " + agreementId));
    }

    List<Agreement> newestFirst() {
        return find("order by agreementId desc").page(0, PAGE).list();
    }

    List<Agreement> under(BigInteger mandateId) {
        return list("mandateId = ?1 order by agreementId", mandateId);
    }

    /** Ids of the agreements whose payee is to change by that time, if payments were not stopped. */
    List<BigInteger> withPayeeChangeDue(long now) {
        return list("payeeChange.effectiveFrom <= ?1 order by payeeChange.effectiveFrom", now).stream()
                .map(Agreement::agreementId)
                .toList();
    }

    List<Agreement> ofContractors(Collection<String> wallets) {
        return list("contractor in ?1 order by agreementId desc", wallets);
    }
}

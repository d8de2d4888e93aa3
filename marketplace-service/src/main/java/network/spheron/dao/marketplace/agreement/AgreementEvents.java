package network.spheron.dao.marketplace.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;

/** What happened to agreements after they were made. */
@ApplicationScoped
class AgreementEvents implements PanacheRepositoryBase<AgreementEvent, Long> {
    /** As the API shows them, in the order of the chain. */
    List<AgreementView.EventView> of(BigInteger agreementId) {
        return list("agreementId = ?1 order by id", agreementId).stream()
                .map(event -> new AgreementView.EventView(
                        event.kind().slug(),
                        event.number().orElse(null),
                        event.words(),
                        event.hash().orElse(null),
                        event.transactionHash(),
                        event.happenedAt()))
                .toList();
    }
}

package network.spheron.dao.treasury.escrow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;

/** All decided elections whose mandates are to be settled. */
@ApplicationScoped
class Settlements implements PanacheRepositoryBase<Settlement, BigInteger> {
    List<Settlement> due(long now) {
        return list("status = ?1 and standstillEnds <= ?2 order by mandateId", Settlement.Status.FUNDING, now);
    }
}

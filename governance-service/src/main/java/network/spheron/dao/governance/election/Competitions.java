package network.spheron.dao.governance.election;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;

/** All competition mandates that this service has heard of. */
@ApplicationScoped
class Competitions implements PanacheRepositoryBase<Competition, BigInteger> {
    /** Mandates whose review has ended by this time of the chain and whose election has not been opened. */
    List<BigInteger> openable(long now) {
        return getEntityManager()
                .createQuery(
                        "select c.mandateId from Competition c where c.reviewEnds <= :now"
                                + " and not exists (select 1 from Election e where e.mandateId = c.mandateId)"
                                + " order by c.mandateId",
                        BigInteger.class)
                .setParameter("now", now)
                .getResultList();
    }
}

package network.spheron.dao.governance.election;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.NotFound;

/** All elections. */
@ApplicationScoped
class Elections implements PanacheRepositoryBase<Election, BigInteger> {
    /** The mandate's election; refused as not found when it has not been opened. */
    Election election(BigInteger mandateId) {
        return findByIdOptional(mandateId).orElseThrow(() -> new NotFound("open election for mandate " + mandateId));
    }

    /** Elections whose voting has ended by this time of the chain and that nobody has decided. */
    List<BigInteger> decidable(long now) {
        return ids("status = ?1 and votingEnds <= ?2", ElectionStatus.VOTING, now);
    }

    /** Decided elections whose result other services have not been told. */
    List<BigInteger> unpublished() {
        return ids("status = ?1 and published = false", ElectionStatus.DECIDED);
    }

    private List<BigInteger> ids(String condition, Object... parameters) {
        return list(condition, parameters).stream().map(Election::mandateId).toList();
    }
}

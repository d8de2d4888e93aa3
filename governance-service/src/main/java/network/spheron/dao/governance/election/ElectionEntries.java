package network.spheron.dao.governance.election;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;

/** All bids on all ballots. */
@ApplicationScoped
class ElectionEntries implements PanacheRepositoryBase<ElectionEntry, BidKey> {
    List<ElectionEntry> of(BigInteger mandateId) {
        return list("id.mandateId", Sort.ascending("id.bidIndex"), mandateId);
    }
}

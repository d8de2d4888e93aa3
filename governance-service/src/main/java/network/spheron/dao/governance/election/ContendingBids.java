package network.spheron.dao.governance.election;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** All revealed bids that this service has heard of. */
@ApplicationScoped
class ContendingBids implements PanacheRepositoryBase<ContendingBid, BidKey> {
    /** The mandate's bids by index. */
    Map<Integer, ContendingBid> of(BigInteger mandateId) {
        Map<Integer, ContendingBid> bids = new LinkedHashMap<>();
        list("id.mandateId", Sort.ascending("id.bidIndex"), mandateId).forEach(bid -> bids.put(bid.index(), bid));
        return bids;
    }
}

package network.spheron.dao.marketplace.bid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bids whose terms this service holds. */
@ApplicationScoped
class SealedBids implements PanacheRepositoryBase<SealedBid, UUID> {
    Optional<SealedBid> byCommitment(BigInteger mandateId, String bidder, String commitment) {
        return find("mandateId = ?1 and bidder = ?2 and commitment = ?3", mandateId, bidder, commitment)
                .firstResultOptional();
    }

    /** Held bids of these wallets that are not on chain. */
    List<SealedBid> notCommitted(Collection<String> bidders) {
        return list(
                "from SealedBid s where s.bidder in ?1"
                        + " and not exists (select 1 from Bid b where b.mandateId = s.mandateId"
                        + " and b.bidder = s.bidder and b.commitment = s.commitment) order by s.mandateId desc",
                bidders);
    }
}

package network.spheron.dao.marketplace.bid;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import network.spheron.dao.web.NotFound;

/** Bids on chain. */
@ApplicationScoped
public class Bids implements PanacheRepositoryBase<Bid, UUID> {
    /** All bids of a mandate, by index. */
    public List<Bid> of(BigInteger mandateId) {
        return list("mandateId = ?1 order by bidIndex", mandateId);
    }

    /** One bid of a mandate. */
    public Optional<Bid> at(BigInteger mandateId, int bidIndex) {
        return find("mandateId = ?1 and bidIndex = ?2", mandateId, bidIndex).firstResultOptional();
    }

    /**
     * One bid of a mandate.
     *
     * @throws NotFound when there is none
     */
    public Bid require(BigInteger mandateId, int bidIndex) {
        return at(mandateId, bidIndex)
                .orElseThrow(() -> new NotFound("bid " + bidIndex + " under mandate " + mandateId));
    }

    /** The bid on chain that a commitment belongs to; anyone can have brought it there. */
    Optional<Bid> committed(SealedBid terms) {
        return find(
                        "mandateId = ?1 and bidder = ?2 and commitment = ?3",
                        terms.mandateId(),
                        terms.bidder(),
                        terms.commitment())
                .firstResultOptional();
    }

    /** Revealed bids that stewards may disqualify at that time. */
    public List<Bid> inReview(long now) {
        return list(
                "status = ?1 and not readmitted and mandateId in (select w.mandateId from Workstream w"
                        + " where w.windows.revealEnds <= ?2 and w.windows.reviewEnds > ?2) order by mandateId, bidIndex",
                BidStatus.REVEALED,
                now);
    }

    /** The bids of a mandate that won. */
    public List<Bid> won(BigInteger mandateId) {
        return list("mandateId = ?1 and status = ?2", mandateId, BidStatus.WON);
    }

    List<Bid> byBidders(Collection<String> bidders) {
        return list("bidder in ?1 order by committedAt desc, bidIndex", bidders);
    }

    /** How many bids a mandate has, withdrawn ones included, since the contract counts these too. */
    long countOf(BigInteger mandateId) {
        return count("mandateId", mandateId);
    }

    long countBy(BigInteger mandateId, String bidder) {
        return count("mandateId = ?1 and bidder = ?2", mandateId, bidder);
    }

    /** Ids of the sealed bids whose terms are held here and whose reveal window is open at that time. */
    List<UUID> toReveal(long now) {
        return ids(
                "b.status = ?1 and b.mandateId in (select w.mandateId from Workstream w"
                        + " where w.windows.biddingEnds <= ?2 and w.windows.revealEnds > ?2)"
                        + " and exists (select 1 from SealedBid s where s.mandateId = b.mandateId"
                        + " and s.bidder = b.bidder and s.commitment = b.commitment)"
                        + " order by b.committedAt, b.bidIndex",
                BidStatus.COMMITTED,
                now);
    }

    /** Ids of the sealed bids whose reveal window has passed at that time. */
    List<UUID> missedReveal(long now) {
        return ids(
                "b.status = ?1 and b.mandateId in"
                        + " (select w.mandateId from Workstream w where w.windows.revealEnds <= ?2)",
                BidStatus.COMMITTED,
                now);
    }

    /** Ids of the bids whose bond the contract would pay out at that time: to the treasury, or back after a withdrawal. */
    List<UUID> bondsToSettle(long now) {
        return ids(
                "b.bondHeld = true and b.status in ?1 and b.mandateId in"
                        + " (select w.mandateId from Workstream w where w.windows.biddingEnds <= ?2)",
                List.of(BidStatus.UNREVEALED, BidStatus.WITHDRAWN),
                now);
    }

    private List<UUID> ids(String condition, Object... parameters) {
        return find("select b.id from Bid b where " + condition, parameters)
                .project(UUID.class)
                .list();
    }
}

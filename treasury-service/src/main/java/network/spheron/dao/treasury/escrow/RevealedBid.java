package network.spheron.dao.treasury.escrow;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import network.spheron.dao.events.BidRevealed;
import network.spheron.dao.events.MilestoneTerms;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The milestones that a bidder revealed; the escrow takes them only if they hash to what the bid was signed over. */
@Entity
@Table(name = "revealed_bid")
class RevealedBid {
    @EmbeddedId
    BidKey key;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "milestones")
    List<MilestoneTerms> milestones;

    @SuppressWarnings("NullAway.Init")
    protected RevealedBid() {}

    RevealedBid(BidRevealed event) {
        this.key = new BidKey(event.mandateId(), event.bidIndex());
        this.milestones = event.milestones();
    }
}

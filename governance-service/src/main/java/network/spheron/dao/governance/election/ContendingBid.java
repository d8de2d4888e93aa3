package network.spheron.dao.governance.election;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigInteger;
import network.spheron.dao.events.BidRevealed;
import org.jspecify.annotations.Nullable;

/** A revealed bid, as marketplace told it. */
@Entity
@Table(name = "contending_bid")
class ContendingBid {
    private static final int LONGEST_TITLE = 500;

    @EmbeddedId
    private BidKey id;

    private String bidder;

    @Column(precision = 78, scale = 0)
    private BigInteger price;

    private String title;

    @SuppressWarnings("NullAway.Init")
    protected ContendingBid() {}

    ContendingBid(BidRevealed revealed) {
        this.id = new BidKey(revealed.mandateId(), revealed.bidIndex());
        this.bidder = revealed.bidder();
        this.price = revealed.price();
        String told = revealed.title();
        this.title = told.length() <= LONGEST_TITLE ? told : told.substring(0, LONGEST_TITLE);
    }

    /** What people call the bid with this index: its title, or until marketplace has told it, its number from 1. */
    static String nameOf(int index, @Nullable ContendingBid bid) {
        return bid == null ? "Bid " + (index + 1) : bid.title;
    }

    int index() {
        return id.bidIndex();
    }

    String bidder() {
        return bidder;
    }

    BigInteger price() {
        return price;
    }
}

package network.spheron.dao.marketplace.bid;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bid's full terms with their salt, held for the bidder until the reveal; nobody else may read it before. */
@Entity
@Table(name = "sealed_bid")
class SealedBid {
    @Id
    private UUID id;

    @Column(precision = 78)
    private BigInteger mandateId;

    private String bidder;
    private String title;
    private String text;
    private String payee;
    private String token;

    @Column(precision = 78)
    private BigInteger price;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "sealed_bid_milestone", joinColumns = @JoinColumn(name = "bid_id"))
    @OrderColumn(name = "position")
    private List<MilestonePlan> milestones;

    private String salt;
    private String commitment;
    private @Nullable String signature;

    @SuppressWarnings("NullAway.Init")
    protected SealedBid() {}

    SealedBid(BigInteger mandateId, String bidder, BidWords words, BidOffer offer, String salt) {
        this.id = UUID.randomUUID();
        this.mandateId = mandateId;
        this.bidder = bidder;
        this.title = words.title();
        this.text = words.text();
        this.payee = offer.payee();
        this.token = offer.token();
        this.price = offer.price();
        this.milestones = new ArrayList<>(offer.milestones());
        this.salt = salt;
        this.commitment = BidHashes.commitment(terms());
    }

    /** The terms as the contract and a wallet know them, by field name. */
    Map<String, Object> terms() {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("bidder", bidder);
        terms.put("payee", payee);
        terms.put("token", token);
        terms.put("price", price);
        terms.put("milestonesHash", milestonesHash());
        terms.put("textHash", textHash());
        terms.put("salt", salt);
        return terms;
    }

    /** Keeps the bidder's signature over the bid. */
    void signed(String by) {
        signature = by;
    }

    UUID id() {
        return id;
    }

    BigInteger mandateId() {
        return mandateId;
    }

    String bidder() {
        return bidder;
    }

    BidWords words() {
        return new BidWords(title, text);
    }

    String payee() {
        return payee;
    }

    String token() {
        return token;
    }

    BigInteger price() {
        return price;
    }

    List<MilestonePlan> milestones() {
        return List.copyOf(milestones);
    }

    String salt() {
        return salt;
    }

    String commitment() {
        return commitment;
    }

    Optional<String> signature() {
        return Optional.ofNullable(signature);
    }

    String milestonesHash() {
        return BidHashes.ofMilestones(milestones);
    }

    String textHash() {
        return BidHashes.ofWords(words());
    }
}

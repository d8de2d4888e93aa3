package network.spheron.dao.marketplace.bid;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A bid as the chain knows it: a commitment, terms once they are revealed, and how it ended. */
@Entity
@Table(name = "bid")
public class Bid {
    @Id
    private UUID id;

    @Column(precision = 78)
    private BigInteger mandateId;

    private int bidIndex;
    private String bidder;
    private String commitment;
    private long committedAt;
    private String commitTransaction;
    private boolean bondHeld;

    @Enumerated(EnumType.STRING)
    private BidStatus status = BidStatus.COMMITTED;

    private @Nullable String title;
    private @Nullable String text;

    @Embedded
    private @Nullable RevealedTerms terms;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "bid_milestone", joinColumns = @JoinColumn(name = "bid_id"))
    @OrderColumn(name = "position")
    private List<MilestonePlan> milestones = new ArrayList<>();

    private @Nullable String disqualificationReason;
    private @Nullable String disqualificationReasonHash;
    private boolean readmitted;

    @Embedded
    private @Nullable BallotResult result;

    private @Nullable String fundingRefusal;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Bid() {}

    Bid(UUID id, BidPlace place, String bidder, String commitment, CommitEvent committed) {
        this.id = id;
        this.mandateId = place.mandateId();
        this.bidIndex = place.bidIndex();
        this.bidder = bidder;
        this.commitment = commitment;
        this.committedAt = committed.at();
        this.commitTransaction = committed.transactionHash();
        this.bondHeld = committed.bondHeld();
    }

    void withdrawn() {
        status = status.moveTo(BidStatus.WITHDRAWN);
    }

    void bondPaidOut() {
        bondHeld = false;
    }

    void unrevealed() {
        status = status.moveTo(BidStatus.UNREVEALED);
    }

    void revealed(RevealedTerms revealedTerms, List<MilestonePlan> plan) {
        status = status.moveTo(BidStatus.REVEALED);
        terms = revealedTerms;
        milestones.addAll(plan);
    }

    /** Publishes the words whose hash the revealed terms carry. */
    void says(BidWords words) {
        title = words.title();
        text = words.text();
    }

    /** The stewards took it off the ballot. */
    public void disqualified(String reason, String reasonHash) {
        status = status.moveTo(BidStatus.DISQUALIFIED);
        disqualificationReason = reason;
        disqualificationReasonHash = reasonHash;
    }

    /** A vote has put it back on the ballot; stewards cannot disqualify it again. */
    public void readmitted() {
        status = status.moveTo(BidStatus.REVEALED);
        readmitted = true;
        disqualificationReason = null;
        disqualificationReasonHash = null;
    }

    /** Token holders vote on it. */
    public void putOnBallot() {
        status = status.moveTo(BidStatus.ON_BALLOT);
    }

    /** The vote on it is counted. */
    public void decided(BallotResult counted) {
        status = status.moveTo(counted.won() ? BidStatus.WON : BidStatus.LOST);
        result = counted;
    }

    /** The award it was part of is annulled: why. */
    public void annulled(String why) {
        status = status.moveTo(BidStatus.LOST);
        result = result == null ? null : result.annulled(why);
    }

    /** The treasury would not fund it: why. */
    public void fundingRefused(String why) {
        fundingRefusal = why;
    }

    public UUID id() {
        return id;
    }

    public BigInteger mandateId() {
        return mandateId;
    }

    /** Its place among the mandate's bids, counting from 0. */
    public int bidIndex() {
        return bidIndex;
    }

    /** The wallet that bid, lower-case hex. */
    public String bidder() {
        return bidder;
    }

    public String commitment() {
        return commitment;
    }

    public long committedAt() {
        return committedAt;
    }

    public String commitTransaction() {
        return commitTransaction;
    }

    /** Whether the contract still holds the bid's bond. */
    /** A vote has overruled its disqualification. */
    public boolean isReadmitted() {
        return readmitted;
    }

    public boolean isBondHeld() {
        return bondHeld;
    }

    public BidStatus status() {
        return status;
    }

    /** Its title where it is known and public, otherwise its number. */
    public String title() {
        return title == null ? "Bid " + (bidIndex + 1) : title;
    }

    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /** Its terms; empty until revealed. */
    public Optional<RevealedTerms> terms() {
        return Optional.ofNullable(terms);
    }

    /** Its milestones; empty until revealed. */
    public List<MilestonePlan> milestones() {
        return List.copyOf(milestones);
    }

    public Optional<String> disqualificationReason() {
        return Optional.ofNullable(disqualificationReason);
    }

    public Optional<String> disqualificationReasonHash() {
        return Optional.ofNullable(disqualificationReasonHash);
    }

    /** How it fared in the election; empty until that is decided. */
    public Optional<BallotResult> result() {
        return Optional.ofNullable(result);
    }

    public Optional<String> fundingRefusal() {
        return Optional.ofNullable(fundingRefusal);
    }
}

package network.spheron.dao.marketplace.milestone;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A part of an agreement's work with its payment, as the MilestoneEscrow contract has it. */
@Entity
@Table(name = "milestone")
public class Milestone {
    @EmbeddedId
    private MilestoneId id;

    @Embedded
    private Parties parties;

    private @Nullable String title;
    private String descriptionHash;

    @Column(precision = 78)
    private BigInteger amount;

    private long dueAt;

    @Enumerated(EnumType.STRING)
    private MilestoneStatus status = MilestoneStatus.PENDING;

    private int round;
    private @Nullable String evidenceHash;
    private @Nullable Long reviewEnds;
    private @Nullable Long challengeEnds;
    private @Nullable Long rulingEnds;
    private @Nullable String payment;
    private @Nullable String owedTo;
    private @Nullable String payoutRefusal;
    private boolean agreementEnded;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Milestone() {}

    /** @param dueAt until when it may be submitted, in seconds since the epoch */
    public Milestone(MilestoneId id, Parties parties, MilestoneWork work, long dueAt) {
        this.id = id;
        this.parties = parties;
        this.title = work.title();
        this.descriptionHash = work.descriptionHash();
        this.amount = work.amount();
        this.dueAt = dueAt;
    }

    void submitted(int newRound, String newEvidenceHash, long endOfReview) {
        status = status.moveTo(MilestoneStatus.SUBMITTED);
        round = newRound;
        evidenceHash = newEvidenceHash;
        reviewEnds = endOfReview;
    }

    void approved(long endOfChallenge) {
        status = status.moveTo(MilestoneStatus.APPROVED);
        challengeEnds = endOfChallenge;
    }

    void sentBack(long newDueAt) {
        status = status.moveTo(MilestoneStatus.SENT_BACK);
        dueAt = newDueAt;
    }

    void rejected(long endOfChallenge) {
        status = status.moveTo(MilestoneStatus.REJECTED);
        challengeEnds = endOfChallenge;
    }

    void challenged(long endOfRuling) {
        status = status.moveTo(MilestoneStatus.CHALLENGED);
        rulingEnds = endOfRuling;
    }

    void paid(String transactionHash) {
        status = status.moveTo(MilestoneStatus.PAID);
        payment = transactionHash;
        payoutRefusal = null;
    }

    void refunded(String transactionHash) {
        status = status.moveTo(MilestoneStatus.REFUNDED);
        payment = transactionHash;
        payoutRefusal = null;
    }

    /** Its amount could not be delivered and waits in escrow for this payee. */
    public void owed(String payee) {
        owedTo = payee;
    }

    /** The payee has fetched what waited. */
    public void fetched() {
        owedTo = null;
    }

    /** A change order gave it another scope, amount or time. */
    public void changed(MilestoneWork work, long newDueAt) {
        if (!work.descriptionHash().equals(descriptionHash)) {
            title = work.title();
        }
        descriptionHash = work.descriptionHash();
        amount = work.amount();
        dueAt = newDueAt;
    }

    /** Its amount goes to somebody else from now on. */
    public void paidTo(String payee) {
        parties = new Parties(parties.contractor(), payee);
    }

    /** A vote ended its agreement: what was not submitted before cannot be any more. */
    public void agreementEnded() {
        agreementEnded = true;
    }

    boolean isAgreementEnded() {
        return agreementEnded;
    }

    /** News of a refusal; it says nothing any more about a milestone that was paid or refunded meanwhile. */
    void payoutRefused(String why) {
        if (!status.isEnded()) {
            payoutRefusal = why;
        }
    }

    public MilestoneId id() {
        return id;
    }

    Parties parties() {
        return parties;
    }

    /** What is to be done, or its number. */
    public String title() {
        return title == null ? "Milestone " + (id.position() + 1) : title;
    }

    String descriptionHash() {
        return descriptionHash;
    }

    public BigInteger amount() {
        return amount;
    }

    long dueAt() {
        return dueAt;
    }

    public MilestoneStatus status() {
        return status;
    }

    /** The round submitted last; 0 before the first. */
    int round() {
        return round;
    }

    Optional<String> evidenceHash() {
        return Optional.ofNullable(evidenceHash);
    }

    Optional<Long> reviewEnds() {
        return Optional.ofNullable(reviewEnds);
    }

    Optional<Long> challengeEnds() {
        return Optional.ofNullable(challengeEnds);
    }

    /** When a challenge of it lapses, or would have, unless a vote decides before. */
    Optional<Long> rulingEnds() {
        return Optional.ofNullable(rulingEnds);
    }

    /** The transaction that paid or refunded it. */
    Optional<String> payment() {
        return Optional.ofNullable(payment);
    }

    /** Who has yet to fetch its amount, where that was paid and could not be delivered. */
    Optional<String> owedTo() {
        return Optional.ofNullable(owedTo);
    }

    Optional<String> payoutRefusal() {
        return Optional.ofNullable(payoutRefusal);
    }
}

package network.spheron.dao.treasury.payout;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.util.Optional;
import network.spheron.dao.events.AgreementFunded;
import network.spheron.dao.events.MilestoneTerms;
import network.spheron.dao.events.PayoutRefused;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one milestone's amount, which leaves the escrow for the payee or back to the treasury: amount and payee
 * as the escrow recorded them when the agreement was funded.
 */
@Entity
@Table(name = "payout")
class Payout {
    /** A refused payout is checked again after this many seconds of the chain's time. */
    private static final long RETRY_SECONDS = 60;

    @EmbeddedId
    PayoutKey key;

    @Column(name = "mandate_id", precision = 78)
    BigInteger mandateId;

    String payee;

    String token;

    @Column(precision = 78)
    BigInteger amount;

    @Enumerated(EnumType.STRING)
    PayoutStatus status = PayoutStatus.PENDING;

    @Column(name = "due_at")
    @Nullable
    Long dueAt;

    /** From when its amount may go back to the treasury; null while work waits for a decision or was approved. */
    @Column(name = "refundable_from")
    @Nullable
    Long refundableFrom;

    /** While a challenge waits for a vote: when it lapses. */
    @Column(name = "challenged_until")
    @Nullable
    Long challengedUntil;

    @Column(name = "refused_check")
    @Nullable
    String refusedCheck;

    @Column(name = "refused_detail")
    @Nullable
    String refusedDetail;

    @Column(name = "transaction_hash")
    @Nullable
    String transactionHash;

    /** Paid, but the payee could not receive it: the escrow keeps it until the payee fetches it. */
    boolean owed;

    @Version
    long version;

    @SuppressWarnings("NullAway.Init")
    protected Payout() {}

    /** A milestone that a change order added to an agreement with this payout. */
    Payout(Payout other, int milestone, BigInteger amount, long milestoneDueAt) {
        this.key = new PayoutKey(other.key.agreementId(), milestone);
        this.mandateId = other.mandateId;
        this.payee = other.payee;
        this.token = other.token;
        this.amount = amount;
        this.refundableFrom = overdueFrom(milestoneDueAt);
    }

    Payout(AgreementFunded agreement, int milestone) {
        this.key = new PayoutKey(agreement.agreementId(), milestone);
        this.mandateId = agreement.mandateId();
        this.payee = agreement.payee();
        this.token = agreement.token();
        MilestoneTerms terms = agreement.milestones().get(milestone);
        this.amount = terms.amount();
        this.refundableFrom = overdueFrom(agreement.startedAt() + terms.duration());
    }

    /** The call that is to be made for it at a time of the chain's clock. */
    EscrowCall callAt(long now) {
        return refundableFrom != null && refundableFrom <= now ? EscrowCall.REFUND : EscrowCall.RELEASE;
    }

    /** It waits for a decision. */
    void submitted() {
        refundableFrom = null;
    }

    /** It was approved on chain: by stewards, by silence, by a vote, or because a challenge lapsed. */
    void payable() {
        refundableFrom = null;
        challengedUntil = null;
    }

    /** A change order gave it another amount or time. */
    void changed(BigInteger newAmount, long newDueAt) {
        amount = newAmount;
        refundableFrom = overdueFrom(newDueAt);
    }

    void paidTo(String newPayee) {
        payee = newPayee;
    }

    /** A vote ended the agreement: what waits for a submission goes back. */
    void agreementEnded(long at) {
        if (refundableFrom != null && refundableFrom > at) {
            refundableFrom = at;
        }
    }

    void sentBack(long newDueAt) {
        refundableFrom = overdueFrom(newDueAt);
    }

    void rejected(long challengeEnds) {
        refundableFrom = challengeEnds;
        challengedUntil = null;
    }

    /** Neither paid nor refunded until a vote decides, or it lapses. */
    void challenged(long rulingEnds) {
        refundableFrom = null;
        challengedUntil = rulingEnds;
    }

    /** A submission is in time up to and including the second in which it is due. */
    static long overdueFrom(long milestoneDueAt) {
        return milestoneDueAt + 1;
    }

    /**
     * News of an approval; the payout is due when the challenge window has passed. Later news replaces earlier: none of it
     * is relied on.
     */
    void approved(long challengeEnds) {
        if (status != PayoutStatus.REQUESTED && status.canBecome(PayoutStatus.APPROVED)) {
            status = status.moveTo(PayoutStatus.APPROVED);
            dueAt = challengeEnds;
            forgetRefusal();
        }
    }

    /** Nothing is wrong, but the chain allows the call no earlier than this. */
    void putOff(EscrowCall call, long until) {
        if (call == EscrowCall.RELEASE) {
            status = status.moveTo(PayoutStatus.APPROVED);
            dueAt = until;
        } else {
            refundableFrom = until;
            // What was approved stays so: news of an approval may be ahead of what was read from the chain.
            if (status == PayoutStatus.REFUSED) {
                status = status.moveTo(PayoutStatus.PENDING);
                dueAt = null;
            }
        }
        forgetRefusal();
    }

    void requested() {
        status = status.moveTo(PayoutStatus.REQUESTED);
        forgetRefusal();
    }

    /**
     * A check failed. The fact is told only when it is news: the same refusal again is not.
     *
     * @param now the chain's time in seconds since the epoch
     */
    Optional<PayoutRefused> refused(String check, String detail, long now) {
        boolean news = !check.equals(refusedCheck);
        status = status.moveTo(PayoutStatus.REFUSED);
        refusedCheck = check;
        refusedDetail = detail;
        dueAt = now + RETRY_SECONDS;
        return news
                ? Optional.of(new PayoutRefused(mandateId, key.agreementId(), key.milestone(), check, detail))
                : Optional.empty();
    }

    void paid(String transaction) {
        status = status.moveTo(PayoutStatus.PAID);
        transactionHash = transaction;
        forgetRefusal();
    }

    void owed() {
        owed = true;
    }

    void fetched() {
        owed = false;
    }

    void refunded(String transaction) {
        status = status.moveTo(PayoutStatus.REFUNDED);
        transactionHash = transaction;
        forgetRefusal();
    }

    private void forgetRefusal() {
        refusedCheck = null;
        refusedDetail = null;
    }
}

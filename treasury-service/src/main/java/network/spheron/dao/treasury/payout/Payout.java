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
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.events.AgreementFunded;
import network.spheron.dao.events.PayoutRefused;
import org.jspecify.annotations.Nullable;

/** The payment of one milestone: amount and payee as the escrow recorded them when the agreement was funded. */
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

    @Column(name = "refused_check")
    @Nullable
    String refusedCheck;

    @Column(name = "refused_detail")
    @Nullable
    String refusedDetail;

    @Column(name = "transaction_hash")
    @Nullable
    String transactionHash;

    @Version
    long version;

    @SuppressWarnings("NullAway.Init")
    protected Payout() {}

    Payout(AgreementFunded agreement, int milestone) {
        this.key = new PayoutKey(agreement.agreementId(), milestone);
        this.mandateId = agreement.mandateId();
        this.payee = agreement.payee();
        this.token = agreement.token();
        this.amount = agreement.milestones().get(milestone).amount();
    }

    /** The domain fact that releasing this payout brings about. */
    String releaseKey() {
        return "agreement:%s:milestone:%d:release".formatted(key.agreementId(), key.milestone());
    }

    /** The call that pays it. */
    FunctionCall<?> release() {
        return MilestoneEscrow.release(key.agreementId(), BigInteger.valueOf(key.milestone()));
    }

    /**
     * News of an approval; the payout is due when the challenge window has passed. Later news replaces earlier: none of it
     * is relied on.
     */
    void approved(long challengeEnds) {
        if (status.canBecome(PayoutStatus.APPROVED)) {
            status = status.moveTo(PayoutStatus.APPROVED);
            dueAt = challengeEnds;
            forgetRefusal();
        }
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

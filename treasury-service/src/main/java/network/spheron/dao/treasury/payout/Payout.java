package network.spheron.dao.treasury.payout;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.util.Optional;
import network.spheron.dao.events.AgreementFunded;
import network.spheron.dao.events.MilestonePaid;
import network.spheron.dao.events.PayoutRefused;
import org.jspecify.annotations.Nullable;

/** The payment of one milestone: amount and payee as the escrow recorded them when the agreement was funded. */
@Entity
@Table(name = "payout")
class Payout {
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

    /** Approval became known; the payout is due when the challenge window has passed. */
    void approved(long challengeEnds) {
        if (status == PayoutStatus.PENDING) {
            status = status.moveTo(PayoutStatus.APPROVED);
            dueAt = challengeEnds;
        }
    }

    void requested() {
        status = status.moveTo(PayoutStatus.REQUESTED);
        refusedCheck = null;
        refusedDetail = null;
    }

    /**
     * A check failed. The fact is told only when it is news: the same refusal again is not.
     *
     * @param retryAt when to check again, in seconds since the epoch
     */
    Optional<PayoutRefused> refused(String check, String detail, long retryAt) {
        boolean news = !check.equals(refusedCheck);
        status = status.moveTo(PayoutStatus.REFUSED);
        refusedCheck = check;
        refusedDetail = detail;
        dueAt = retryAt;
        return news
                ? Optional.of(new PayoutRefused(mandateId, key.agreementId(), key.milestone(), check, detail))
                : Optional.empty();
    }

    MilestonePaid paid(String transaction) {
        status = status.moveTo(PayoutStatus.PAID);
        refusedCheck = null;
        refusedDetail = null;
        transactionHash = transaction;
        return new MilestonePaid(mandateId, key.agreementId(), key.milestone(), payee, token, amount, transaction);
    }

    void refunded(String transaction) {
        status = status.moveTo(PayoutStatus.REFUNDED);
        transactionHash = transaction;
    }
}

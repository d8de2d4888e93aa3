package network.spheron.dao.treasury.escrow;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import network.spheron.dao.events.FundingRefused;
import org.jspecify.annotations.Nullable;

/** A winning bid that is to become an agreement. */
@Entity
@Table(name = "award")
class Award {
    private static final String KEY = "mandate:%s:bid:%d:fund";

    /** A refused award is tried again after this many seconds of the chain's time. */
    private static final long RETRY_SECONDS = 60;

    @EmbeddedId
    BidKey key;

    @Enumerated(EnumType.STRING)
    AwardStatus status = AwardStatus.STANDSTILL;

    /** From when it may be funded, in seconds since the epoch. */
    @Column(name = "due_at")
    long dueAt;

    @Column(name = "refused_check")
    @Nullable
    String refusedCheck;

    @Column(name = "refused_detail")
    @Nullable
    String refusedDetail;

    @Version
    long version;

    @SuppressWarnings("NullAway.Init")
    protected Award() {}

    Award(BidKey key, long standstillEnds) {
        this.key = key;
        this.dueAt = standstillEnds;
    }

    /** The domain fact that funding this award brings about. */
    String fundingKey() {
        return KEY.formatted(key.mandateId(), key.bidIndex());
    }

    void standstillUntil(long time) {
        if (status == AwardStatus.STANDSTILL) {
            dueAt = time;
        }
    }

    void requested() {
        status = status.moveTo(AwardStatus.REQUESTED);
    }

    void funded() {
        status = status.moveTo(AwardStatus.FUNDED);
        refusedCheck = null;
        refusedDetail = null;
    }

    /** A vote annulled it, or its mandate was closed, so that it can never be funded. */
    void lapsed() {
        if (status != AwardStatus.FUNDED && status != AwardStatus.LAPSED) {
            status = status.moveTo(AwardStatus.LAPSED);
        }
    }

    /** The escrow would not make the agreement. The fact is told only when it is news: the same refusal again is not. */
    Optional<FundingRefused> refused(String check, String detail, long now) {
        boolean news = !check.equals(refusedCheck);
        status = status.moveTo(AwardStatus.REFUSED);
        refusedCheck = check;
        refusedDetail = detail;
        dueAt = now + RETRY_SECONDS;
        return news
                ? Optional.of(new FundingRefused(key.mandateId(), key.bidIndex(), check, detail))
                : Optional.empty();
    }
}

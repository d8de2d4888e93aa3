package network.spheron.dao.treasury.escrow;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigInteger;
import network.spheron.dao.events.FundingRefused;
import org.jspecify.annotations.Nullable;

/** A winning bid that is to become an agreement. */
@Entity
@Table(name = "award")
class Award {
    private static final String KEY = "mandate:%s:bid:%d:fund";

    @EmbeddedId
    BidKey key;

    @Enumerated(EnumType.STRING)
    AwardStatus status = AwardStatus.STANDSTILL;

    @Column(name = "refused_check")
    @Nullable
    String refusedCheck;

    @SuppressWarnings("NullAway.Init")
    protected Award() {}

    Award(BigInteger mandateId, int bidIndex) {
        this.key = new BidKey(mandateId, bidIndex);
    }

    /** The domain fact that funding this award brings about. */
    String fundingKey() {
        return KEY.formatted(key.mandateId(), key.bidIndex());
    }

    void requested() {
        status = status.moveTo(AwardStatus.REQUESTED);
    }

    void funded() {
        status = status.moveTo(AwardStatus.FUNDED);
        refusedCheck = null;
    }

    FundingRefused refused(String check, String detail) {
        status = status.moveTo(AwardStatus.REFUSED);
        refusedCheck = check;
        return new FundingRefused(key.mandateId(), key.bidIndex(), check, detail);
    }
}

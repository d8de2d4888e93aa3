package network.spheron.dao.treasury.escrow;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A winning bid on its way to an agreement.
 *
 * @param dueAt when it may be funded, or is tried again, in seconds since the epoch
 * @param refusedCheck why the escrow refused it last, by name
 */
public record AwardView(
        BigInteger mandateId,
        int bidIndex,
        AwardStatus status,
        long dueAt,
        @Nullable String refusedCheck,
        @Nullable String refusedDetail) {
    static AwardView of(Award award) {
        return new AwardView(
                award.key.mandateId(),
                award.key.bidIndex(),
                award.status,
                award.dueAt,
                award.refusedCheck,
                award.refusedDetail);
    }
}

package network.spheron.dao.treasury.payout;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A payout; the amount in the token's smallest unit.
 *
 * @param dueAt when it may be released, or will be checked again, in seconds since the epoch
 * @param refundableFrom when its amount may go back to the treasury; null while work waits for a decision or was approved
 * @param refusedCheck the check that did not hold, while status is REFUSED
 */
public record PayoutView(
        BigInteger agreementId,
        int milestone,
        BigInteger mandateId,
        String payee,
        String token,
        BigInteger amount,
        PayoutStatus status,
        @Nullable Long dueAt,
        @Nullable Long refundableFrom,
        @Nullable String refusedCheck,
        @Nullable String refusedDetail,
        @Nullable String transactionHash) {
    static PayoutView of(Payout payout) {
        return new PayoutView(
                payout.key.agreementId(),
                payout.key.milestone(),
                payout.mandateId,
                payout.payee,
                payout.token,
                payout.amount,
                payout.status,
                payout.dueAt,
                payout.refundableFrom,
                payout.refusedCheck,
                payout.refusedDetail,
                payout.transactionHash);
    }
}

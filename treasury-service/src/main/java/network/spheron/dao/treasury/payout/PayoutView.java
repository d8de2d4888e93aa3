package network.spheron.dao.treasury.payout;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * A payout; the amount in the token's smallest unit.
 *
 * @param dueAt when it may be released, or will be checked again, in seconds since the epoch
 * @param refundableFrom when its amount may go back to the treasury; null while work waits for a decision or was approved
 * @param challengedUntil when a challenge of the decision about it lapses, while it waits for a vote; null otherwise
 * @param refusedCheck the check that did not hold, while status is REFUSED
 * @param owed whether it is paid, but the payee could not receive it and has yet to fetch it from the escrow
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
        @Nullable Long challengedUntil,
        @Nullable String refusedCheck,
        @Nullable String refusedDetail,
        @Nullable String transactionHash,
        boolean owed) {
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
                payout.challengedUntil,
                payout.refusedCheck,
                payout.refusedDetail,
                payout.transactionHash,
                payout.owed);
    }
}

package network.spheron.dao.marketplace.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import network.spheron.dao.marketplace.milestone.MilestoneView;
import network.spheron.dao.web.Action;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as the API shows it. Amounts are decimal strings in the smallest unit of the token.
 *
 * @param bidId the winning bid; absent for a direct agreement
 * @param payeeChange a change of the payee that has been asked for, if there is one
 * @param funding the transaction that funded it
 * @param paid what its payee has received so far, or may fetch
 * @param refunded what has gone back to the treasury
 * @param events what changed it or ended it after it was made, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AgreementView(
        String agreementId,
        String mandateId,
        @Nullable UUID bidId,
        String title,
        String status,
        String statusWords,
        String contractor,
        String payee,
        @Nullable PayeeChangeView payeeChange,
        String token,
        String price,
        String paid,
        String refunded,
        long startedAt,
        String funding,
        List<MilestoneView> milestones,
        List<EventView> events) {
    /**
     * A change of the payee that takes effect unless the payee, the contractor or a vote cancels it.
     *
     * @param payee who is to be paid then
     * @param effectiveFrom in seconds since the epoch, if payments are not stopped meanwhile
     * @param cancel whether the caller may cancel it; see {@code payee-change/cancellation-transaction}
     */
    record PayeeChangeView(int number, String payee, long effectiveFrom, Action cancel) {}

    /**
     * Something that happened to the agreement as a whole.
     *
     * @param event changed, terminated, payee_change_requested, payee_change_cancelled or payee_changed
     * @param number counts its change orders, or its requests for another payee
     * @param hash of the changes that both sides signed, or of a vote's reason
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventView(
            String event,
            @Nullable Integer number,
            String words,
            @Nullable String hash,
            String transactionHash,
            long happenedAt) {
        /** What it is, in two or three words. */
        public String label() {
            return switch (AgreementEvent.Kind.valueOf(event.toUpperCase(Locale.ROOT))) {
                case CHANGED -> "Change order " + number;
                case TERMINATED -> "Ended by a vote";
                case PAYEE_CHANGE_REQUESTED -> "New payee requested";
                case PAYEE_CHANGE_CANCELLED -> "New payee cancelled";
                case PAYEE_CHANGED -> "New payee";
            };
        }

        /** What the hash is of. */
        public String hashWords() {
            return number == null ? "Hash of the reason" : "Hash of the changes";
        }
    }

    /** Whether it ended before all of its milestones did: nothing more can be submitted. */
    public boolean terminated() {
        return status.equals(AgreementStatus.TERMINATED.slug());
    }

    /** The price as a number, for pages. */
    public BigInteger priceValue() {
        return new BigInteger(price);
    }

    /** What was paid as a number, for pages. */
    public BigInteger paidValue() {
        return new BigInteger(paid);
    }

    /** What was refunded as a number, for pages. */
    public BigInteger refundedValue() {
        return new BigInteger(refunded);
    }
}

package network.spheron.dao.marketplace.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import network.spheron.dao.marketplace.milestone.MilestoneView;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as the API shows it. Amounts are decimal strings in the smallest unit of the token.
 *
 * @param bidId the winning bid; absent for a direct agreement
 * @param funding the transaction that funded it
 * @param paid what its payee has received so far
 * @param refunded what has gone back to the treasury
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
        String token,
        String price,
        String paid,
        String refunded,
        long startedAt,
        String funding,
        List<MilestoneView> milestones) {
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

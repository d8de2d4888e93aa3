package network.spheron.dao.marketplace.agreement;

import java.math.BigInteger;

/**
 * An agreement in a list; amounts are decimal strings in the smallest unit of the token.
 *
 * @param milestonesEnded how many of its milestones were paid or refunded
 */
public record AgreementLine(
        String agreementId,
        String mandateId,
        String title,
        String status,
        String statusWords,
        String contractor,
        String token,
        String price,
        String paid,
        int milestonesEnded,
        int milestones) {
    /** The price as a number, for pages. */
    public BigInteger priceValue() {
        return new BigInteger(price);
    }

    /** What was paid as a number, for pages. */
    public BigInteger paidValue() {
        return new BigInteger(paid);
    }
}

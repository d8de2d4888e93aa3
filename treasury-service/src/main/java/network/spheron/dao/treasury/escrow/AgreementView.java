package network.spheron.dao.treasury.escrow;

import java.math.BigInteger;

/**
 * An agreement as it is now; the price, in the token's smallest unit, with its change orders.
 *
 * @param bidIndex -1 for a direct agreement
 */
public record AgreementView(
        BigInteger agreementId,
        BigInteger mandateId,
        int bidIndex,
        String contractor,
        String payee,
        String token,
        BigInteger price,
        long startedAt,
        String transactionHash) {
    static AgreementView of(Agreement agreement) {
        return new AgreementView(
                agreement.agreementId,
                agreement.mandateId,
                agreement.bidIndex,
                agreement.contractor,
                agreement.payee,
                agreement.token,
                agreement.price,
                agreement.startedAt,
                agreement.transactionHash);
    }
}

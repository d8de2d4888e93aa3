package network.spheron.dao.treasury.stop;

import java.math.BigInteger;

/**
 * A stop of all outflows; times in seconds since the epoch.
 *
 * @param until when it ends by itself, or was lifted by vote
 * @param reasonHash keccak256 of the stewards' published reason
 */
public record PaymentStopView(BigInteger round, long since, long until, String reasonHash, String transactionHash) {
    static PaymentStopView of(PaymentStop stop) {
        return new PaymentStopView(stop.round, stop.since, stop.until, stop.reasonHash, stop.transactionHash);
    }
}

package network.spheron.dao.treasury.stop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;

/** One stop of all outflows. */
@Entity
@Table(name = "payment_stop")
class PaymentStop {
    @Id
    @Column(precision = 78)
    BigInteger round;

    /** In seconds since the epoch; so is {@code until}. */
    long since;

    @Column(name = "ends_at")
    long until;

    @Column(name = "reason_hash")
    String reasonHash;

    @Column(name = "transaction_hash")
    String transactionHash;

    @SuppressWarnings("NullAway.Init")
    protected PaymentStop() {}

    PaymentStop(BigInteger round, long since, long until, String reasonHash, String transactionHash) {
        this.round = round;
        this.since = since;
        this.until = until;
        this.reasonHash = reasonHash;
        this.transactionHash = transactionHash;
    }

    long seconds(long now) {
        return Math.max(0, Math.min(until, now) - since);
    }

    void lift(long time) {
        until = time;
    }
}

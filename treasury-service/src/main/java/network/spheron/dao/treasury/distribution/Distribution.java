package network.spheron.dao.treasury.distribution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;

/** A distribution as the Treasury contract keeps it. */
@Entity
@Table(name = "distribution")
class Distribution {
    @Id
    @Column(name = "distribution_id", precision = 78)
    BigInteger distributionId;

    @Column(name = "line_id")
    String lineId;

    String root;

    @Column(precision = 78)
    BigInteger total;

    @Column(precision = 78)
    BigInteger claimed = BigInteger.ZERO;

    /** As it was voted, in seconds since the epoch; every stop of payments since then puts it off. */
    long deadline;

    boolean closed;

    @Column(name = "transaction_hash")
    String transactionHash;

    @SuppressWarnings("NullAway.Init")
    protected Distribution() {}

    Distribution(
            BigInteger distributionId,
            String lineId,
            String root,
            BigInteger total,
            long deadline,
            String transactionHash) {
        this.distributionId = distributionId;
        this.lineId = lineId;
        this.root = root;
        this.total = total;
        this.deadline = deadline;
        this.transactionHash = transactionHash;
    }

    void claim(BigInteger amount) {
        claimed = claimed.add(amount);
    }

    void close() {
        closed = true;
    }
}

package network.spheron.dao.treasury.distribution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
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

    /** For how long payments had been stopped before it was opened. */
    @Column(name = "stopped_before")
    long stoppedBefore;

    /** After when the keeper tries to close it, in seconds since the epoch. */
    @Column(name = "close_after")
    long closeAfter;

    boolean closed;

    @Column(name = "transaction_hash")
    String transactionHash;

    @Version
    long version;

    @SuppressWarnings("NullAway.Init")
    protected Distribution() {}

    Distribution(
            BigInteger distributionId,
            String lineId,
            String root,
            BigInteger total,
            long deadline,
            long stoppedBefore,
            String transactionHash) {
        this.distributionId = distributionId;
        this.lineId = lineId;
        this.root = root;
        this.total = total;
        this.deadline = deadline;
        this.stoppedBefore = stoppedBefore;
        this.closeAfter = deadline;
        this.transactionHash = transactionHash;
    }

    void claim(BigInteger amount) {
        claimed = claimed.add(amount);
    }

    /**
     * Until when shares can be claimed.
     *
     * @param stoppedSeconds for how long payments have been stopped until now
     */
    long claimsEnd(long stoppedSeconds) {
        long moved = deadline + stoppedSeconds - stoppedBefore;
        return moved < deadline ? Long.MAX_VALUE : moved;
    }

    /** The domain fact that closing this distribution brings about. */
    String closingKey() {
        return "distribution:" + distributionId + ":close";
    }

    void closeAfter(long time) {
        closeAfter = time;
    }

    void close() {
        closed = true;
    }
}

package network.spheron.dao.treasury.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import network.spheron.dao.events.MandateTerms;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A mandate as the Treasury contract keeps it. */
@Entity
@Table(name = "mandate")
class Mandate {
    @Id
    @Column(name = "mandate_id", precision = 78)
    BigInteger mandateId;

    @Column(name = "purpose_hash")
    String purposeHash;

    @Column(name = "line_id")
    String lineId;

    @JdbcTypeCode(SqlTypes.JSON)
    MandateTerms terms;

    @Column(precision = 78)
    BigInteger cap;

    @Column(precision = 78)
    BigInteger committed = BigInteger.ZERO;

    @Column(precision = 78)
    BigInteger spent = BigInteger.ZERO;

    boolean closed;

    /** From when the keeper tries to close it, in seconds since the epoch. */
    @Column(name = "close_due_at")
    long closeDueAt;

    @Column(name = "granted_at")
    long grantedAt;

    @Column(name = "transaction_hash")
    String transactionHash;

    @Version
    long version;

    @SuppressWarnings("NullAway.Init")
    protected Mandate() {}

    Mandate(BigInteger mandateId, MandateTerms terms, long grantedAt, String transactionHash) {
        this.mandateId = mandateId;
        this.purposeHash = terms.purposeHash();
        this.lineId = terms.lineId();
        this.terms = terms;
        this.cap = terms.cap();
        this.closeDueAt = terms.expiry() + 1;
        this.grantedAt = grantedAt;
        this.transactionHash = transactionHash;
    }

    void commit(BigInteger amount) {
        committed = committed.add(amount);
    }

    void refund(BigInteger amount) {
        committed = committed.subtract(amount);
    }

    void spend(BigInteger amount) {
        spent = spent.add(amount);
    }

    /** The domain fact that closing this mandate brings about. */
    String closingKey() {
        return "mandate:" + mandateId + ":close";
    }

    /** News of an earlier time; none of it can put off the closing of a mandate that has expired. */
    void closeFrom(long time) {
        closeDueAt = Math.min(time, terms.expiry() + 1);
    }

    /** It could not be closed, or its closing is not seen yet. */
    void tryAgainFrom(long time) {
        closeDueAt = time;
    }

    void close() {
        closed = true;
    }
}

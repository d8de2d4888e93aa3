package network.spheron.dao.chain.relay;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import network.spheron.dao.chain.node.AccountKey;
import network.spheron.dao.chain.node.Fees;
import network.spheron.dao.chain.node.Signer;
import org.jspecify.annotations.Nullable;

/** A signed transaction, stored before any node sees it. */
@Entity
@Table(name = "chain_attempt")
class Attempt {
    /** What it is for. */
    enum Kind {
        CALL,
        NO_OP
    }

    @Id
    private String hash;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "submission_id")
    private @Nullable String submissionId;

    private String sender;
    private long nonce;

    @Column(name = "raw_transaction")
    private String rawTransaction;

    @Column(name = "gas_limit")
    private long gasLimit;

    @Column(name = "max_fee")
    private BigInteger maxFee;

    @Column(name = "priority_fee")
    private BigInteger priorityFee;

    @Column(name = "signed_at")
    private Instant signedAt;

    @Column(name = "broadcast_at")
    private @Nullable Instant broadcastAt;

    private boolean taken;

    @SuppressWarnings("NullAway.Init")
    protected Attempt() {}

    private Attempt(
            Kind kind, @Nullable String submissionId, AccountKey.Unsigned unsigned, Signer signer, Instant now) {
        AccountKey.Signed signed = signer.sign(unsigned);
        this.kind = kind;
        this.hash = signed.hash();
        this.submissionId = submissionId;
        this.sender = signer.address();
        this.nonce = unsigned.nonce();
        this.rawTransaction = signed.rawTransaction();
        this.gasLimit = unsigned.gasLimit();
        this.maxFee = unsigned.fees().max();
        this.priorityFee = unsigned.fees().priority();
        this.signedAt = now;
    }

    /** Signs a submission's call. */
    static Attempt call(Submission submission, AccountKey.Unsigned unsigned, Signer signer, Instant now) {
        return new Attempt(Kind.CALL, submission.id(), unsigned, signer, now);
    }

    /** Signs what uses up a nonce: in place of a submission's call, or where there was none. */
    static Attempt noOp(@Nullable String submissionId, AccountKey.Unsigned unsigned, Signer signer, Instant now) {
        return new Attempt(Kind.NO_OP, submissionId, unsigned, signer, now);
    }

    String hash() {
        return hash;
    }

    /** Null where a nonce was filled that no submission had. */
    @Nullable
    String submissionId() {
        return submissionId;
    }

    boolean isNoOp() {
        return kind == Kind.NO_OP;
    }

    String sender() {
        return sender;
    }

    long nonce() {
        return nonce;
    }

    String rawTransaction() {
        return rawTransaction;
    }

    long gasLimit() {
        return gasLimit;
    }

    Fees fees() {
        return new Fees(maxFee, priorityFee);
    }

    boolean isSignedLongAgo(Instant now, Duration patience) {
        return isApart(signedAt, now, patience);
    }

    /** Never handed to a node, as after a crash, or so long ago that the node may have forgotten it. */
    boolean needsBroadcast(Instant now, Duration patience) {
        return broadcastAt == null || isApart(broadcastAt, now, patience);
    }

    // A time far ahead was told by a clock that went wrong, and says no more than one long ago.
    private static boolean isApart(Instant then, Instant now, Duration patience) {
        return Duration.between(then, now).abs().compareTo(patience) > 0;
    }

    /** Handed to a node, which took it or did not. */
    void broadcast(Instant now, boolean taken) {
        this.broadcastAt = now;
        this.taken = this.taken || taken;
    }
}

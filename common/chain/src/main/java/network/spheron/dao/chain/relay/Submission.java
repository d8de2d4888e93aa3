package network.spheron.dao.chain.relay;

import static network.spheron.dao.chain.SubmissionStatus.ACCEPTED;
import static network.spheron.dao.chain.SubmissionStatus.FINAL;
import static network.spheron.dao.chain.SubmissionStatus.MINED;
import static network.spheron.dao.chain.SubmissionStatus.REFUSED;
import static network.spheron.dao.chain.SubmissionStatus.SENT;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.node.Receipt;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import org.jspecify.annotations.Nullable;

/** A call that is to be made once. */
@Entity
@Table(name = "chain_submission")
class Submission {
    private static final Map<SubmissionStatus, Set<SubmissionStatus>> SUCCESSORS = Map.of(
            ACCEPTED, Set.of(SENT, MINED, FINAL, REFUSED),
            SENT, Set.of(ACCEPTED, MINED, FINAL, REFUSED),
            MINED, Set.of(ACCEPTED, SENT, FINAL, REFUSED),
            FINAL, Set.of(),
            REFUSED, Set.of());

    @Id
    private String id;

    @Column(insertable = false, updatable = false)
    private long position;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Enumerated(EnumType.STRING)
    private ContractName contract;

    @Column(name = "call_name")
    private String callName;

    @Column(name = "to_address")
    private String toAddress;

    private String data;

    @Enumerated(EnumType.STRING)
    private SubmissionStatus status;

    private @Nullable String sender;

    private @Nullable Long nonce;

    // The common call that is to bring this one's fact about.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "batch_id")
    private @Nullable Submission batch;

    // Tried with others before, to no effect; read by the database alone.
    @SuppressWarnings("UnusedVariable")
    private boolean alone;

    @Column(name = "transaction_hash")
    private @Nullable String transactionHash;

    // How often it was made again after it had reverted.
    private int repeats;

    private @Nullable String error;
    private @Nullable String reason;

    @Column(name = "settled_at")
    private @Nullable Instant settledAt;

    @SuppressWarnings("NullAway.Init")
    protected Submission() {}

    String id() {
        return id;
    }

    String toAddress() {
        return toAddress;
    }

    String data() {
        return data;
    }

    SubmissionStatus status() {
        return status;
    }

    boolean isCall(ContractName to, String function) {
        return contract == to && callName.equals(function);
    }

    boolean isCall(ContractName to, FunctionCall<?> call) {
        return contract == to && data.equals(call.data());
    }

    /** Accepted, and no transaction was signed for it yet, nor is it part of another's. */
    boolean awaitsSignature() {
        return status == ACCEPTED && nonce == null && batch == null;
    }

    /** It is sent with others, by a common call. */
    void join(Submission common) {
        batch = common;
    }

    /** Whether its fact is still to be brought about by that common call. */
    boolean isIn(String common) {
        return batch != null && batch.id.equals(common) && !isSettled();
    }

    /** The common call had no effect for it: it is sent alone. */
    void leaveBatch() {
        batch = null;
        alone = true;
    }

    /** Signed, and not yet in a final block. */
    boolean isUnderWay() {
        return nonce != null && !isSettled();
    }

    boolean isMined() {
        return status == MINED;
    }

    boolean isSettled() {
        return settledAt != null;
    }

    /** Whether the attempt has the account and nonce that it goes by now; earlier ones are void. */
    boolean goesBy(Attempt attempt) {
        return attempt.sender().equals(sender) && Long.valueOf(attempt.nonce()).equals(nonce);
    }

    /** A transaction was signed; a later one with the same nonce replaces the hash that is shown. */
    void signed(Attempt attempt) {
        sender = attempt.sender();
        nonce = attempt.nonce();
        transactionHash = attempt.hash();
    }

    /** The node took it. */
    void sent() {
        if (status == ACCEPTED) moveTo(SENT);
    }

    void mined(Receipt receipt) {
        if (status != MINED) moveTo(MINED);
        transactionHash = receipt.transactionHash();
    }

    /** The block it was in is no longer part of the chain. */
    void unmined() {
        moveTo(SENT);
    }

    /** Another transaction took its nonce for good: it needs a new one. */
    void lostNonce() {
        if (status != ACCEPTED) moveTo(ACCEPTED);
        sender = null;
        nonce = null;
        transactionHash = null;
    }

    boolean mayBeRepeated(int most) {
        return repeats < most;
    }

    /** It reverted when it was mined, and is made again. */
    void repeated() {
        repeats++;
        lostNonce();
    }

    void becameFinal(Receipt receipt, Instant now) {
        mined(receipt);
        moveTo(FINAL);
        settledAt = now;
    }

    void refused(CallReverted why, Instant now) {
        moveTo(REFUSED);
        error = why.error();
        reason = why.getMessage();
        settledAt = now;
    }

    private void moveTo(SubmissionStatus next) {
        if (!SUCCESSORS.getOrDefault(status, Set.of()).contains(next)) {
            throw new IllegalStateException(id + " cannot go from " + status + " to " + next);
        }
        status = next;
    }

    SubmissionView view() {
        // Until it is settled on its own, a member shows how its batch goes.
        Submission sent = batch == null || isSettled() ? this : batch;
        return new SubmissionView(id, idempotencyKey, sent.status, sent.transactionHash, error, reason);
    }

    @Override
    public String toString() {
        return callName + " for " + idempotencyKey + " (" + id + ")";
    }
}

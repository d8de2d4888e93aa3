package network.spheron.dao.governance.sip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** What the chain knows of a SIP; times are the chain's, in seconds since the epoch. */
@Embeddable
class Proposal {
    @Column(name = "text_hash")
    private @Nullable String textHash;

    @Column(name = "proposal_id", precision = 78, scale = 0)
    private @Nullable BigInteger id;

    @Column(name = "proposal_hint")
    private @Nullable String hint;

    @Column(name = "vote_start")
    private @Nullable Long voteStart;

    @Column(name = "vote_end")
    private @Nullable Long voteEnd;

    @Column(name = "vote_quorum", precision = 78, scale = 0)
    private @Nullable BigInteger quorum;

    @Embedded
    private @Nullable ProposalRules rules;

    @Column(name = "grace_period")
    private @Nullable Long gracePeriod;

    @Embedded
    private @Nullable Veto veto;

    @Column(name = "executable_at")
    private @Nullable Long executableAt;

    @Column(name = "proposed_transaction")
    private @Nullable String proposedTransaction;

    @Column(name = "queued_transaction")
    private @Nullable String queuedTransaction;

    @Column(name = "ended_transaction")
    private @Nullable String endedTransaction;

    @Column(name = "mandate_id", precision = 78, scale = 0)
    private @Nullable BigInteger mandateId;

    protected Proposal() {}

    Proposal(BigInteger id, String textHash) {
        this.id = id;
        this.textHash = textHash;
    }

    void hint(String transactionHash) {
        hint = transactionHash;
    }

    void proposed(long start, long end, String transactionHash) {
        voteStart = start;
        voteEnd = end;
        proposedTransaction = transactionHash;
    }

    void extended(long end) {
        voteEnd = end;
    }

    void quorumIs(BigInteger votes) {
        quorum = votes;
    }

    /** How it is decided, and how long it can be queued once it has passed, and executed once it can be. */
    void classified(ProposalRules fixed, long grace) {
        rules = fixed;
        gracePeriod = grace;
    }

    void vetoed(Veto given) {
        veto = given;
    }

    void queued(long eta, String transactionHash) {
        executableAt = eta;
        queuedTransaction = transactionHash;
    }

    void ended(String transactionHash) {
        endedTransaction = transactionHash;
    }

    void granted(BigInteger mandate) {
        mandateId = mandate;
    }

    boolean isDecidable(long now) {
        return voteEnd != null && now > voteEnd;
    }

    boolean isExecutable(long now) {
        return executableAt != null && now >= executableAt;
    }

    /** Whether it was made so that voting has begun, and nobody but the guardian can stop it any more. */
    boolean hasBegun(long now) {
        return voteStart != null && now > voteStart;
    }

    /** Whether it cannot be queued or, if it was, executed any more. */
    boolean isOverdue(long now) {
        Long due = executableAt == null ? voteEnd : executableAt;
        return due != null && gracePeriod != null && now > due + gracePeriod;
    }

    /** Whether its quorum can be asked for, which is known once its snapshot has passed, and has not been. */
    boolean lacksQuorum(long now) {
        return quorum == null && hasBegun(now);
    }

    ProposalView view() {
        return new ProposalView(
                id,
                textHash,
                hint,
                voteStart,
                voteEnd,
                quorum,
                rules == null ? null : rules.view(),
                gracePeriod,
                veto == null ? null : veto.view(),
                executableAt,
                new ProposalView.Transactions(proposedTransaction, queuedTransaction, endedTransaction),
                mandateId);
    }
}

package network.spheron.dao.governance.voting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.time.Instant;
import network.spheron.dao.governance.ballot.RelayedStatus;
import org.jspecify.annotations.Nullable;

/** A signed vote that was handed to the relay; the signature is kept as its proof. */
@Entity
@Table(name = "relayed_vote")
class RelayedVote {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "proposal_id", precision = 78, scale = 0)
    private BigInteger proposalId;

    private String voter;

    @Enumerated(EnumType.STRING)
    private Support support;

    private String signature;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "submission_id")
    private String submissionId;

    @Enumerated(EnumType.STRING)
    private RelayedStatus status;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected RelayedVote() {}

    @SuppressWarnings("NullAway.Init")
    RelayedVote(BigInteger proposalId, CheckedVote vote, String submissionId, Instant receivedAt) {
        this.proposalId = proposalId;
        this.voter = vote.voter();
        this.support = vote.support();
        this.signature = vote.signature();
        this.submissionId = submissionId;
        this.receivedAt = receivedAt;
        this.status = RelayedStatus.PENDING;
    }

    void counted() {
        status = RelayedStatus.COUNTED;
    }

    void refused(String why) {
        if (status == RelayedStatus.PENDING) {
            status = RelayedStatus.REFUSED;
            reason = why;
        }
    }

    RelayedVoteView view() {
        return new RelayedVoteView(
                voter, support, signature, receivedAt.getEpochSecond(), submissionId, status, reason);
    }
}

package network.spheron.dao.governance.election;

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

/** A signed ballot that was handed to the relay; the signature is kept as its proof. */
@Entity
@Table(name = "relayed_ballot")
class RelayedBallot {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "mandate_id", precision = 78, scale = 0)
    private BigInteger mandateId;

    private String voter;

    @Column(precision = 78, scale = 0)
    private BigInteger sequence;

    private String choices;

    private String signature;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "submission_id")
    private String submissionId;

    @Enumerated(EnumType.STRING)
    private RelayedStatus status;

    private @Nullable String reason;

    @SuppressWarnings("NullAway.Init")
    protected RelayedBallot() {}

    @SuppressWarnings("NullAway.Init")
    RelayedBallot(BigInteger mandateId, CheckedBallot ballot, String submissionId, Instant receivedAt) {
        this.mandateId = mandateId;
        this.voter = ballot.voter();
        this.sequence = ballot.sequence();
        this.choices = ballot.choices().hex();
        this.signature = ballot.signature();
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

    BigInteger sequence() {
        return sequence;
    }

    RelayedBallotView view() {
        return new RelayedBallotView(
                voter, sequence, choices, signature, receivedAt.getEpochSecond(), submissionId, status, reason);
    }
}

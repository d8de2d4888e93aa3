package network.spheron.dao.marketplace.milestone;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One submission of a milestone on chain and what became of it. */
@Entity
@Table(name = "submitted_round")
class SubmittedRound {
    @Id
    private UUID id;

    @Embedded
    private MilestoneId milestone;

    private int round;
    private String evidenceHash;
    private String submission;
    private long submittedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable MilestoneStatus outcome;

    @Embedded
    private @Nullable OutcomeReason reason;

    private @Nullable String decision;

    @SuppressWarnings("NullAway.Init")
    protected SubmittedRound() {}

    SubmittedRound(MilestoneId milestone, int round, String evidenceHash, String submission, long submittedAt) {
        this.id = UUID.randomUUID();
        this.milestone = milestone;
        this.round = round;
        this.evidenceHash = evidenceHash;
        this.submission = submission;
        this.submittedAt = submittedAt;
    }

    /** How the round ended or stands, with the transaction that made it so. */
    void ended(MilestoneStatus as, @Nullable OutcomeReason why, String transactionHash) {
        outcome = as;
        reason = why;
        decision = transactionHash;
    }

    MilestoneId milestone() {
        return milestone;
    }

    int round() {
        return round;
    }

    String evidenceHash() {
        return evidenceHash;
    }

    String submission() {
        return submission;
    }

    long submittedAt() {
        return submittedAt;
    }

    Optional<MilestoneStatus> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Why it ended as it did, with the hash on chain. */
    Optional<OutcomeReason> reason() {
        return Optional.ofNullable(reason);
    }

    Optional<String> decision() {
        return Optional.ofNullable(decision);
    }
}

package network.spheron.dao.marketplace.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.util.UUID;

/** One steward's signature over a decision, kept with its reason as it will be published. */
@Entity
@Table(name = "steward_signature")
public class StewardSignature {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private DecisionAction action;

    @Column(precision = 78)
    private BigInteger subject;

    private int part;
    private int round;
    private String contentHash;
    private String reason;
    private String reasonHash;
    private String steward;
    private String person;
    private long expiry;
    private String signature;
    private long signedAt;

    @SuppressWarnings("NullAway.Init")
    protected StewardSignature() {}

    StewardSignature(StewardDecision decision, Signer signer, String signature, long signedAt) {
        this.id = UUID.randomUUID();
        this.action = decision.action();
        this.subject = decision.subject();
        this.part = decision.part();
        this.round = decision.round();
        this.contentHash = decision.contentHash();
        this.reason = decision.reason();
        this.reasonHash = decision.reasonHash();
        this.steward = signer.steward();
        this.person = signer.person();
        this.expiry = signer.expiry();
        this.signature = signature;
        this.signedAt = signedAt;
    }

    /** Who signs, until when it is good. */
    record Signer(String steward, String person, long expiry) {}

    /** What was signed. */
    StewardDecision decision() {
        return new StewardDecision(action, subject, part, round, contentHash, reason);
    }

    public DecisionAction action() {
        return action;
    }

    public String reason() {
        return reason;
    }

    /** The wallet that signed, lower-case hex. */
    public String steward() {
        return steward;
    }

    /** Until when it is good, in seconds since the epoch. */
    public long expiry() {
        return expiry;
    }

    /** The person who signed, as the identity provider knows them. */
    String person() {
        return person;
    }

    /** keccak256 of the reason, as signed. */
    String reasonHash() {
        return reasonHash;
    }

    String signature() {
        return signature;
    }

    /** When it was given, by the chain's clock. */
    public long signedAt() {
        return signedAt;
    }
}

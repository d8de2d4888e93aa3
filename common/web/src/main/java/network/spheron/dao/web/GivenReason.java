package network.spheron.dao.web;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** The words behind a reason's hash on chain, as somebody gave them here. */
@MappedSuperclass
public abstract class GivenReason {
    @Id
    @Column(name = "reason_hash")
    private String reasonHash;

    private String reason;
    private String person;

    @Column(name = "given_at")
    private long givenAt;

    @SuppressWarnings("NullAway.Init")
    protected GivenReason() {}

    /**
     * @param person who gave the words (OIDC {@code sub})
     * @param givenAt the chain's time in seconds since the epoch
     */
    protected GivenReason(PublishedReason reason, String person, long givenAt) {
        this.reasonHash = reason.hash();
        this.reason = reason.words();
        this.person = person;
        this.givenAt = givenAt;
    }

    public String reasonHash() {
        return reasonHash;
    }

    public String reason() {
        return reason;
    }

    public String person() {
        return person;
    }

    public long givenAt() {
        return givenAt;
    }
}

package network.spheron.dao.marketplace.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that happened to an agreement as a whole after it was made. */
@Entity
@Table(name = "agreement_event")
class AgreementEvent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(precision = 78)
    private BigInteger agreementId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable Integer number;
    private String words;
    private @Nullable String hash;
    private String transactionHash;
    private long happenedAt;

    @SuppressWarnings("NullAway.Init")
    protected AgreementEvent() {}

    AgreementEvent(BigInteger agreementId, Fact fact, String transactionHash, long happenedAt) {
        this.agreementId = agreementId;
        this.kind = fact.kind();
        this.number = fact.number();
        this.words = fact.words();
        this.hash = fact.hash();
        this.transactionHash = transactionHash;
        this.happenedAt = happenedAt;
    }

    enum Kind {
        CHANGED,
        TERMINATED,
        PAYEE_CHANGE_REQUESTED,
        PAYEE_CHANGE_CANCELLED,
        PAYEE_CHANGED;

        /** The kind as the API names it. */
        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What happened.
     *
     * @param number counts what is numbered on chain: change orders, and requests to pay somebody else
     * @param hash of the changes that both sides signed, or of a vote's reason
     */
    record Fact(
            Kind kind,
            @Nullable Integer number,
            String words,
            @Nullable String hash) {}

    Kind kind() {
        return kind;
    }

    Optional<Integer> number() {
        return Optional.ofNullable(number);
    }

    String words() {
        return words;
    }

    Optional<String> hash() {
        return Optional.ofNullable(hash);
    }

    String transactionHash() {
        return transactionHash;
    }

    long happenedAt() {
        return happenedAt;
    }
}

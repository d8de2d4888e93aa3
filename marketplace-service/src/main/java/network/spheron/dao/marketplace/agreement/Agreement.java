package network.spheron.dao.marketplace.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A winning bid as a contract, funded in escrow. */
@Entity
@Table(name = "agreement")
class Agreement {
    @Id
    @Column(precision = 78)
    private BigInteger agreementId;

    @Column(precision = 78)
    private BigInteger mandateId;

    private @Nullable UUID bidId;
    private String title;
    private String contractor;
    private String payee;
    private String token;

    @Column(precision = 78)
    private BigInteger price;

    private long startedAt;
    private String funding;
    private boolean terminated;

    @Embedded
    private @Nullable PayeeChange payeeChange;

    @SuppressWarnings("NullAway.Init")
    protected Agreement() {}

    Agreement(BigInteger agreementId, BigInteger mandateId, Subject subject, FundedTerms terms, String funding) {
        this.agreementId = agreementId;
        this.mandateId = mandateId;
        this.bidId = subject.bidId();
        this.title = subject.title();
        this.contractor = terms.contractor();
        this.payee = terms.payee();
        this.token = terms.token();
        this.price = terms.price();
        this.startedAt = terms.startedAt();
        this.funding = funding;
    }

    /** What it is about: a bid, or the mandate itself for a direct agreement. */
    record Subject(@Nullable UUID bidId, String title) {}

    /** Its terms as the escrow holds them; the start is in seconds since the epoch. */
    record FundedTerms(String contractor, String payee, String token, BigInteger price, long startedAt) {}

    /** A change order added to its price, or took from it. */
    void changed(BigInteger added, BigInteger returned) {
        price = price.add(added).subtract(returned);
    }

    /** The payee asked to be paid elsewhere; a later request replaces it. */
    void payeeChangeRequested(PayeeChange requested) {
        payeeChange = requested;
    }

    void payeeChangeCancelled() {
        payeeChange = null;
    }

    void paidTo(String newPayee) {
        payee = newPayee;
        payeeChange = null;
    }

    /** The change of its payee that has been asked for. */
    Optional<PayeeChange> payeeChange() {
        return Optional.ofNullable(payeeChange);
    }

    void terminate() {
        terminated = true;
    }

    /** Whether a vote ended it. */
    boolean isTerminated() {
        return terminated;
    }

    BigInteger agreementId() {
        return agreementId;
    }

    BigInteger mandateId() {
        return mandateId;
    }

    /** The winning bid; empty for a direct agreement. */
    Optional<UUID> bidId() {
        return Optional.ofNullable(bidId);
    }

    String title() {
        return title;
    }

    String contractor() {
        return contractor;
    }

    String payee() {
        return payee;
    }

    String token() {
        return token;
    }

    BigInteger price() {
        return price;
    }

    long startedAt() {
        return startedAt;
    }

    /** The transaction that funded it. */
    String funding() {
        return funding;
    }
}

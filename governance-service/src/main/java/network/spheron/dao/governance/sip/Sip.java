package network.spheron.dao.governance.sip;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.events.SipConcluded;
import network.spheron.dao.events.SipProposed;
import org.jspecify.annotations.Nullable;

/** A Spheron Improvement Proposal from its draft to its end. */
@Entity
@Table(name = "sip")
class Sip {
    private static final int LONGEST_HINDRANCE = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private SipStatus status;

    @Embedded
    private Author author;

    private int revision;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Embedded
    private SipContent content;

    @Embedded
    private @Nullable Proposal proposal;

    private @Nullable String hindrance;

    @ElementCollection
    @CollectionTable(name = "sip_sponsor", joinColumns = @JoinColumn(name = "sip_id"))
    @OrderColumn(name = "position")
    private List<Sponsor> sponsors = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Sip() {}

    Sip(Author author, SipContent content, Instant now) {
        this.status = SipStatus.DRAFT;
        this.author = author;
        this.content = content;
        this.revision = 1;
        this.createdAt = now;
        this.updatedAt = now;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("the SIP has not been stored yet");
        }
        return id;
    }

    /** Whether it has ended without being executed. */
    boolean hasFailed() {
        return !wasExecuted() && status.isEnd();
    }

    boolean wasExecuted() {
        return status == SipStatus.EXECUTED;
    }

    SipStatus status() {
        return status;
    }

    Author author() {
        return author;
    }

    SipContent content() {
        return content;
    }

    Proposal proposal() {
        if (proposal == null) {
            throw new IllegalSipTransition(status, "has not been finalized");
        }
        return proposal;
    }

    SipRevision currentRevision() {
        return new SipRevision(id(), revision, author.name(), updatedAt, content);
    }

    SipRevision revise(SipContent changed, Instant now) {
        if (!status.isRevisable()) {
            throw new IllegalSipTransition(status, "cannot be revised any more");
        }
        content = changed;
        revision++;
        updatedAt = now;
        return currentRevision();
    }

    void openDiscussion(Instant now) {
        status = status.moveTo(SipStatus.DISCUSSION);
        updatedAt = now;
    }

    void finalizeContent(Proposal fixed, Instant now) {
        status = status.moveTo(SipStatus.FINAL);
        proposal = fixed;
        updatedAt = now;
    }

    /** Nothing to note once the chain has said so itself, which it may have done before the hint arrives. */
    void hintProposal(String transactionHash) {
        if (status.isRevisable()) {
            throw new IllegalSipTransition(status, "does not wait for its proposal");
        }
        if (status == SipStatus.FINAL) {
            proposal().hint(transactionHash);
        }
    }

    SipProposed proposed(long voteStart, long voteEnd, String transactionHash) {
        status = status.moveTo(SipStatus.VOTING);
        proposal().proposed(voteStart, voteEnd, transactionHash);
        ProposalView chain = proposal().view();
        return new SipProposed(
                Long.toString(id()),
                content.title(),
                content.text(),
                String.valueOf(chain.textHash()),
                String.valueOf(chain.id()),
                author.wallet(),
                voteStart,
                voteEnd);
    }

    void sponsored(Sponsor sponsor) {
        sponsors.add(sponsor);
    }

    void pass() {
        status = status.moveTo(SipStatus.PASSED);
    }

    void queued(long executableAt, String transactionHash) {
        passUnnoticed();
        status = status.moveTo(SipStatus.QUEUED);
        proposal().queued(executableAt, transactionHash);
        hindrance = null;
    }

    SipConcluded defeated() {
        status = status.moveTo(SipStatus.DEFEATED);
        return concluded(
                "DEFEATED", String.valueOf(proposal().view().transactions().proposed()));
    }

    SipConcluded cancelled(String transactionHash) {
        return ended(SipStatus.CANCELLED, "CANCELED", transactionHash);
    }

    SipConcluded vetoed(Veto veto, String transactionHash) {
        passUnnoticed();
        proposal().vetoed(veto);
        return ended(SipStatus.VETOED, "VETOED", transactionHash);
    }

    /** Nothing happens on chain when time runs out; the last transaction that moved it is named. */
    SipConcluded expired() {
        status = status.moveTo(SipStatus.EXPIRED);
        hindrance = null;
        ProposalView.Transactions moved = proposal().view().transactions();
        return concluded("EXPIRED", String.valueOf(moved.queued() == null ? moved.proposed() : moved.queued()));
    }

    SipConcluded executed(String transactionHash) {
        return ended(SipStatus.EXECUTED, "EXECUTED", transactionHash);
    }

    SipConcluded executionFailed(String reason) {
        status = status.moveTo(SipStatus.EXECUTION_FAILED);
        hinderedBy(reason);
        return concluded(
                "EXECUTION_FAILED",
                String.valueOf(proposal().view().transactions().queued()));
    }

    void hinderedBy(String reason) {
        hindrance = reason.length() <= LONGEST_HINDRANCE ? reason : reason.substring(0, LONGEST_HINDRANCE);
    }

    void granted(BigInteger mandateId) {
        proposal().granted(mandateId);
    }

    SipSnapshot snapshot() {
        return new SipSnapshot(
                id(),
                status,
                author,
                revision,
                createdAt.getEpochSecond(),
                updatedAt.getEpochSecond(),
                content,
                proposal == null ? null : proposal.view(),
                List.copyOf(sponsors),
                hindrance);
    }

    /** The chain may have gone on before the end of the vote was noticed here. */
    private void passUnnoticed() {
        if (status == SipStatus.VOTING) {
            pass();
        }
    }

    private SipConcluded ended(SipStatus end, String outcome, String transactionHash) {
        status = status.moveTo(end);
        proposal().ended(transactionHash);
        hindrance = null;
        return concluded(outcome, transactionHash);
    }

    private SipConcluded concluded(String outcome, String transactionHash) {
        ProposalView chain = proposal().view();
        return new SipConcluded(
                Long.toString(id()),
                String.valueOf(chain.id()),
                String.valueOf(chain.textHash()),
                outcome,
                transactionHash);
    }
}

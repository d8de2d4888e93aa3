package network.spheron.dao.governance.election;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.events.AwardContested;
import org.jspecify.annotations.Nullable;

/** An election as the contract has it; times are the chain's, in seconds since the epoch. */
@Entity
@Table(name = "election")
class Election {
    @Id
    @Column(name = "mandate_id", precision = 78, scale = 0)
    private BigInteger mandateId;

    @Enumerated(EnumType.STRING)
    private ElectionStatus status;

    @Column(name = "voting_starts")
    private long votingStarts;

    @Column(name = "voting_ends")
    private long votingEnds;

    private long snapshot;

    @Column(name = "standstill_ends")
    private @Nullable Long standstillEnds;

    @Column(precision = 78, scale = 0)
    private BigInteger awarded;

    private int ballots;

    @Column(name = "decided_transaction")
    private @Nullable String decidedTransaction;

    private boolean published;

    @Enumerated(EnumType.STRING)
    private @Nullable ObjectionStatus objection;

    @Column(name = "objection_ends")
    private @Nullable Long objectionEnds;

    @Column(name = "objection_reason_hash")
    private @Nullable String objectionReasonHash;

    private @Nullable String objector;

    @Column(name = "objection_transaction")
    private @Nullable String objectionTransaction;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Election() {}

    Election(BidElection.ElectionOpened opened) {
        this.mandateId = opened.mandateId();
        this.status = ElectionStatus.VOTING;
        this.votingStarts = opened.votingStarts();
        this.votingEnds = opened.votingEnds();
        this.snapshot = opened.snapshot();
        this.awarded = BigInteger.ZERO;
    }

    void countBallot() {
        ballots++;
    }

    void decided(BidElection.ElectionDecided decided, ChainLog log) {
        status = status.moveTo(ElectionStatus.DECIDED);
        awarded = decided.awarded();
        standstillEnds = decided.standstillEnds();
        decidedTransaction = log.transactionHash();
    }

    void extended(long end) {
        votingEnds = end;
    }

    void contested(BidElection.AwardObjectedTo objected, ChainLog log) {
        objection = ObjectionStatus.LIVE;
        objector = objected.objector();
        objectionTransaction = log.transactionHash();
        objectionReasonHash = objected.reasonHash();
        objectionEnds = objected.objectionEnds();
        standstillEnds = objected.standstillEnds();
    }

    /** A vote has ended the objection; upheld, nobody wins. */
    void resolved(BidElection.ObjectionResolved resolved, long at) {
        objection = resolved.upheld() ? ObjectionStatus.UPHELD : ObjectionStatus.DISMISSED;
        objectionEnds = at;
        standstillEnds = resolved.standstillEnds();
        if (resolved.upheld()) {
            awarded = BigInteger.ZERO;
        }
    }

    /** The objection as other services hear of it; empty while there is none. */
    Optional<AwardContested> contest() {
        return Optional.ofNullable(objection)
                .map(status -> new AwardContested(
                        mandateId,
                        status.name(),
                        Objects.requireNonNull(objectionReasonHash),
                        Objects.requireNonNull(objectionEnds),
                        Objects.requireNonNull(standstillEnds)));
    }

    /** The objection as people see it; empty while there is none. */
    Optional<Objection> objection() {
        return Optional.ofNullable(objection)
                .map(status -> new Objection(
                        status,
                        Objects.requireNonNull(objector),
                        Objects.requireNonNull(objectionReasonHash),
                        Objects.requireNonNull(objectionTransaction),
                        Objects.requireNonNull(objectionEnds)));
    }

    /**
     * An objection to the award.
     *
     * @param objector a holder, the timelock, or the council when stewards signed
     * @param ends when it lapses, or ended by vote, in seconds since the epoch
     */
    record Objection(ObjectionStatus status, String objector, String reasonHash, String transactionHash, long ends) {}

    boolean isContestedAt(long now) {
        return objection == ObjectionStatus.LIVE && objectionEnds != null && now < objectionEnds;
    }

    boolean isPublished() {
        return published;
    }

    void markPublished() {
        if (published) {
            throw new IllegalStateException("the decision under mandate " + mandateId + " is published already");
        }
        published = true;
    }

    boolean isOpenAt(long now) {
        return status == ElectionStatus.VOTING && now < votingEnds;
    }

    BigInteger mandateId() {
        return mandateId;
    }

    ElectionStatus status() {
        return status;
    }

    long votingStarts() {
        return votingStarts;
    }

    long votingEnds() {
        return votingEnds;
    }

    long snapshot() {
        return snapshot;
    }

    @Nullable
    Long standstillEnds() {
        return standstillEnds;
    }

    @Nullable
    Long objectionEnds() {
        return objectionEnds;
    }

    BigInteger awarded() {
        return awarded;
    }

    int ballots() {
        return ballots;
    }

    @Nullable
    String decidedTransaction() {
        return decidedTransaction;
    }
}

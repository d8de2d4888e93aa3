package network.spheron.dao.marketplace.workstream;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Work put out for bids under a mandate, and the facts of the chain about it. Its id is the mandate's. */
@Entity
@Table(name = "workstream")
public class Workstream {
    @Id
    @Column(precision = 78)
    private BigInteger mandateId;

    @Embedded
    private Competition terms;

    private @Nullable String sipId;
    private @Nullable String title;
    private @Nullable String text;
    private @Nullable String lineName;

    @Embedded
    private @Nullable Windows windows;

    private @Nullable Long votingStarts;
    private @Nullable Long votingEnds;
    private @Nullable Long standstillEnds;
    private @Nullable Long objectionEnds;

    @Column(precision = 78)
    private @Nullable BigInteger awarded;

    private int winners;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init")
    protected Workstream() {}

    Workstream(BigInteger mandateId, Competition terms) {
        this.mandateId = mandateId;
        this.terms = terms;
    }

    /** The status at a time of the chain's clock, in seconds since the epoch. */
    public WorkstreamStatus statusAt(long now) {
        Windows fixed = windows;
        if (fixed == null) {
            return WorkstreamStatus.GRANTED;
        }
        if (awarded != null) {
            return decidedStatusAt(now);
        }
        if (now < fixed.biddingEnds()) {
            return WorkstreamStatus.OPEN;
        }
        if (now < fixed.revealEnds()) {
            return WorkstreamStatus.REVEALING;
        }
        return now < fixed.reviewEnds() ? WorkstreamStatus.REVIEW : WorkstreamStatus.ELECTION;
    }

    private WorkstreamStatus decidedStatusAt(long now) {
        if (winners == 0) {
            return WorkstreamStatus.FAILED;
        }
        if (objectionEnds != null && now < objectionEnds) {
            return WorkstreamStatus.OBJECTED;
        }
        return standstillEnds != null && now < standstillEnds ? WorkstreamStatus.STANDSTILL : WorkstreamStatus.AWARDED;
    }

    /** When the present status ends by the clock alone; empty where it waits for something else. */
    public Optional<Long> endsAt(long now) {
        return switch (statusAt(now)) {
            case OPEN -> windows().map(Windows::biddingEnds);
            case REVEALING -> windows().map(Windows::revealEnds);
            case REVIEW -> windows().map(Windows::reviewEnds);
            case ELECTION -> Optional.ofNullable(votingEnds).filter(end -> now < end);
            case STANDSTILL -> Optional.ofNullable(standstillEnds);
            case OBJECTED -> Optional.ofNullable(objectionEnds);
            case GRANTED, AWARDED, FAILED -> Optional.empty();
        };
    }

    void describe(PurposeText purpose) {
        sipId = purpose.sipId();
        title = purpose.title();
        text = purpose.text();
    }

    void draws(String budgetLine) {
        lineName = budgetLine;
    }

    void opened(Windows fixed) {
        windows = fixed;
    }

    /** The vote on the bids is open. */
    public void electionOpened(long starts, long ends) {
        votingStarts = starts;
        votingEnds = ends;
    }

    /** The vote on the bids is decided. */
    public void electionDecided(int winningBids, BigInteger amount, long endOfStandstill) {
        winners = winningBids;
        awarded = amount;
        standstillEnds = endOfStandstill;
    }

    /** Late ballots have turned the vote, and it goes on. */
    public void votingExtended(long end) {
        votingEnds = end;
    }

    /** An objection suspends the award, or a vote has dismissed it. */
    public void contested(long endOfObjection, long endOfStandstill) {
        objectionEnds = endOfObjection;
        standstillEnds = endOfStandstill;
    }

    /** A vote has upheld the objection: nobody wins. */
    public void annulled(long at) {
        contested(at, at);
        winners = 0;
        awarded = BigInteger.ZERO;
    }

    public BigInteger mandateId() {
        return mandateId;
    }

    public Competition terms() {
        return terms;
    }

    /** The title of the SIP that granted the mandate. */
    public String title() {
        return title == null ? "Workstream " + mandateId : title;
    }

    public String text() {
        return text == null ? "" : text;
    }

    public Optional<String> sipId() {
        return Optional.ofNullable(sipId);
    }

    public Optional<String> lineName() {
        return Optional.ofNullable(lineName);
    }

    public Optional<Windows> windows() {
        return Optional.ofNullable(windows);
    }

    public Optional<Long> votingStarts() {
        return Optional.ofNullable(votingStarts);
    }

    public Optional<Long> votingEnds() {
        return Optional.ofNullable(votingEnds);
    }

    public Optional<Long> standstillEnds() {
        return Optional.ofNullable(standstillEnds);
    }

    /** What the election awarded in total; empty until it is decided. */
    public Optional<BigInteger> awarded() {
        return Optional.ofNullable(awarded);
    }
}

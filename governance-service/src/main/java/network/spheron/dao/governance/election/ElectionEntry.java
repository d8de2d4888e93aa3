package network.spheron.dao.governance.election;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A bid on a ballot and its votes, in the smallest unit of the governance token. */
@Entity
@Table(name = "election_entry")
class ElectionEntry {
    @EmbeddedId
    private BidKey id;

    @Column(precision = 78, scale = 0)
    private BigInteger yes = BigInteger.ZERO;

    @Column(precision = 78, scale = 0)
    private BigInteger no = BigInteger.ZERO;

    @Column(precision = 78, scale = 0)
    private BigInteger abstain = BigInteger.ZERO;

    @Column(name = "award_rank")
    private @Nullable Integer awardRank;

    @SuppressWarnings("NullAway.Init")
    protected ElectionEntry() {}

    ElectionEntry(BidKey id) {
        this.id = id;
    }

    /** Adds weight to one side; negative when a ballot is replaced. */
    void add(Choice choice, BigInteger weight) {
        switch (choice) {
            case YES -> yes = yes.add(weight);
            case NO -> no = no.add(weight);
            case ABSTAIN -> abstain = abstain.add(weight);
            case NONE -> {}
        }
    }

    void won(int rank) {
        awardRank = rank;
    }

    /** The award it was part of is annulled. */
    void annulled() {
        awardRank = null;
    }

    int index() {
        return id.bidIndex();
    }

    BigInteger yes() {
        return yes;
    }

    BigInteger no() {
        return no;
    }

    BigInteger abstain() {
        return abstain;
    }

    boolean hasWon() {
        return awardRank != null;
    }

    @Nullable
    Integer awardRank() {
        return awardRank;
    }
}

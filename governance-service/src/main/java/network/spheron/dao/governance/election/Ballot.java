package network.spheron.dao.governance.election;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.BidElection;

/** A voter's last ballot, as the contract counted it. */
@Entity
@Table(name = "ballot")
class Ballot {
    @EmbeddedId
    private VoterKey id;

    @Column(precision = 78, scale = 0)
    private BigInteger sequence;

    @Column(precision = 78, scale = 0)
    private BigInteger weight;

    private String choices;

    @Column(name = "transaction_hash")
    private String transactionHash;

    private long at;

    @SuppressWarnings("NullAway.Init")
    protected Ballot() {}

    @SuppressWarnings("NullAway.Init")
    Ballot(BidElection.BallotCast cast, ChainLog log) {
        this.id = new VoterKey(cast.mandateId(), cast.voter());
        replaceBy(cast, log);
    }

    void replaceBy(BidElection.BallotCast cast, ChainLog log) {
        sequence = cast.sequence();
        weight = cast.weight();
        choices = cast.choices();
        transactionHash = log.transactionHash();
        at = log.block().timestamp();
    }

    BigInteger sequence() {
        return sequence;
    }

    BigInteger weight() {
        return weight;
    }

    Choices choices() {
        return Choices.decode(choices);
    }

    BallotView view() {
        return new BallotView(id.voter(), sequence, weight, choices, transactionHash, at);
    }
}

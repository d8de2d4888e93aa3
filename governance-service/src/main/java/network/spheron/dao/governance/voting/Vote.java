package network.spheron.dao.governance.voting;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainLog;

/** A vote as the Governor counted it. */
@Entity
@Table(name = "vote")
class Vote {
    @EmbeddedId
    private VoteId id;

    @Enumerated(EnumType.STRING)
    private Support support;

    @Column(precision = 78, scale = 0)
    private BigInteger weight;

    @Column(columnDefinition = "text")
    private String reason;

    @Column(name = "transaction_hash")
    private String transactionHash;

    private long at;

    @SuppressWarnings("NullAway.Init")
    protected Vote() {}

    Vote(VoteId id, Support support, BigInteger weight, String reason, ChainLog log) {
        this.id = id;
        this.support = support;
        this.weight = weight;
        this.reason = reason;
        this.transactionHash = log.transactionHash();
        this.at = log.block().timestamp();
    }

    VoteView view() {
        return new VoteView(id.voter(), support, weight, reason, transactionHash, at);
    }
}

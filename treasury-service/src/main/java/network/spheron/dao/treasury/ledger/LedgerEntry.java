package network.spheron.dao.treasury.ledger;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.ChainLog;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** One fact of the chain in double entry; identified by the log that it was read from, and never changed. */
@Entity
@Table(name = "ledger_entry")
class LedgerEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Column(name = "transaction_hash", updatable = false)
    String transactionHash;

    @Column(name = "log_index", updatable = false)
    int logIndex;

    @Column(name = "block_number", updatable = false)
    long blockNumber;

    @Column(updatable = false)
    long at;

    @Column(updatable = false)
    String description;

    @OneToMany(mappedBy = "entry", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    @Fetch(FetchMode.SUBSELECT)
    List<LedgerPosting> postings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected LedgerEntry() {}

    LedgerEntry(ChainLog log, String description) {
        this.transactionHash = log.transactionHash();
        this.logIndex = log.logIndex();
        this.blockNumber = log.block().number();
        this.at = log.block().timestamp();
        this.description = description;
    }

    /** Moves an amount: debits one account, credits the other. */
    LedgerEntry move(BigInteger amount, String token, Account from, Account to) {
        postings.add(new LedgerPosting(this, to, token, amount));
        postings.add(new LedgerPosting(this, from, token, amount.negate()));
        return this;
    }
}

package network.spheron.dao.treasury.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** One side of an entry: a debit is positive, a credit negative, in the token's smallest unit. */
@Entity
@Table(name = "ledger_posting")
class LedgerPosting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "entry_id", updatable = false)
    LedgerEntry entry;

    @Column(updatable = false)
    String account;

    @Column(updatable = false)
    String token;

    @Column(precision = 78, updatable = false)
    BigInteger amount;

    @SuppressWarnings("NullAway.Init")
    protected LedgerPosting() {}

    LedgerPosting(LedgerEntry entry, Account account, String token, BigInteger amount) {
        this.entry = entry;
        this.account = account.name();
        this.token = token;
        this.amount = amount;
    }
}

package network.spheron.dao.treasury.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import network.spheron.dao.chain.ChainLog;
import org.jspecify.annotations.Nullable;

/**
 * All entries, and the balances that follow from them. What one transaction records is entered together, in one statement:
 * when it commits, or earlier when it reads the ledger itself.
 */
@ApplicationScoped
public class Ledger {
    private static final int MOST_AT_ONCE = 5_000;

    private final LedgerTable table;
    private final TransactionSynchronizationRegistry transaction;

    /** A ledger in that database, written in the transactions of that registry. */
    public Ledger(DataSource database, TransactionSynchronizationRegistry transaction) {
        this.table = new LedgerTable(database);
        this.transaction = transaction;
    }

    /**
     * Records that an amount moved, as the log says. Runs in the transaction that applies the log, which cannot commit when
     * the log was recorded before.
     */
    public void record(ChainLog log, String description, BigInteger amount, String token, Account from, Account to) {
        if (amount.signum() > 0) {
            List<Movement> recorded = Optional.ofNullable(recorded()).orElseGet(this::begin);
            recorded.add(new Movement(log, description, amount, token, from, to));
            if (recorded.size() == MOST_AT_ONCE) enter(recorded);
        }
    }

    /** Debits less credits of one account. */
    public BigInteger balance(Account account, String token) {
        return complete().balance(account.name(), token);
    }

    /** What the escrow holds, over all agreements. */
    public BigInteger escrowBalance(String token) {
        return complete().balanceOfAll(Account.ESCROW, token);
    }

    /** Number of the block that the last entry is from; -1 when there is none. */
    public long lastBlock() {
        return complete().lastBlock().orElse(-1L);
    }

    /** Every account with postings, by name. */
    public List<AccountView> accounts() {
        return complete().accounts();
    }

    /** Entries that touch an account, or all, newest first. */
    public List<EntryView> entryViews(Optional<String> account, int page, int size) {
        return complete().entries(account, page, size);
    }

    /** The table with all that this transaction has recorded. */
    private LedgerTable complete() {
        if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
            List<Movement> recorded = recorded();
            if (recorded != null) enter(recorded);
        }
        return table;
    }

    @SuppressWarnings("unchecked") // Nobody else knows the key.
    private @Nullable List<Movement> recorded() {
        return (List<Movement>) transaction.getResource(this);
    }

    private List<Movement> begin() {
        List<Movement> recorded = new ArrayList<>();
        transaction.putResource(this, recorded);
        transaction.registerInterposedSynchronization(new BeforeCommit(() -> enter(recorded)));
        return recorded;
    }

    private void enter(List<Movement> recorded) {
        if (!recorded.isEmpty()) table.enter(recorded);
        recorded.clear();
    }

    private record BeforeCommit(Runnable work) implements Synchronization {
        @Override
        public void beforeCompletion() {
            work.run();
        }

        @Override
        public void afterCompletion(int status) {}
    }
}

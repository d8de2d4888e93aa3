package network.spheron.dao.treasury.ledger;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.ChainLog;

/** All entries, and the balances that follow from them. */
@ApplicationScoped
public class Ledger implements PanacheRepository<LedgerEntry> {
    /** Records that an amount moved, as the log says. Runs in the transaction that applies the log. */
    public void record(ChainLog log, String description, BigInteger amount, String token, Account from, Account to) {
        if (amount.signum() > 0) {
            persist(new LedgerEntry(log, description).move(amount, token, from, to));
        }
    }

    /** Debits less credits of one account. */
    public BigInteger balance(Account account, String token) {
        return sum("account = ?1 and token = ?2", account.name(), token);
    }

    /** What the escrow holds, over all agreements. */
    public BigInteger escrowBalance(String token) {
        return sum("account like ?1 and token = ?2", Account.ESCROW + "%", token);
    }

    /** Number of the block that the last entry is from; -1 when there is none. */
    public long lastBlock() {
        return find("order by id desc")
                .firstResultOptional()
                .map(entry -> entry.blockNumber)
                .orElse(-1L);
    }

    private BigInteger sum(String where, Object... parameters) {
        var query = getEntityManager()
                .createQuery("select sum(amount) from LedgerPosting where " + where, BigInteger.class);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return Optional.ofNullable(query.getSingleResult()).orElse(BigInteger.ZERO);
    }

    /** Every account with postings, by name. */
    public List<AccountView> accounts() {
        return getEntityManager()
                .createQuery(
                        "select new network.spheron.dao.treasury.ledger.AccountView(account, token, sum(amount))"
                                + " from LedgerPosting group by account, token order by account, token",
                        AccountView.class)
                .getResultList();
    }

    /** Entries that touch an account, or all, newest first. */
    public List<EntryView> entryViews(Optional<String> account, int page, int size) {
        String query = account.isPresent()
                ? "select distinct e from LedgerEntry e join e.postings p where p.account = :account order by e.id desc"
                : "select e from LedgerEntry e order by e.id desc";
        var typed = getEntityManager().createQuery(query, LedgerEntry.class);
        account.ifPresent(name -> typed.setParameter("account", name));
        return typed.setFirstResult(page * size).setMaxResults(size).getResultList().stream()
                .map(EntryView::of)
                .toList();
    }
}

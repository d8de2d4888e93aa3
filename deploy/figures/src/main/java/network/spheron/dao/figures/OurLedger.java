package network.spheron.dao.figures;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.treasury.ledger.Account;
import network.spheron.dao.treasury.ledger.Ledger;

/** The treasury's ledger, used as by its follower: the facts of a page one after another, in the page's transaction. */
@ApplicationScoped
class OurLedger implements LedgerSide {
    private static final String TOKEN = "0x5fbdb2315678afecb367f032d93f642f64180aa3";

    private final Ledger ledger;
    private final int page;
    private long blocks;

    OurLedger(DataSource database, TransactionSynchronizationRegistry transaction, FigureSizes sizes) {
        this.ledger = new Ledger(database, transaction);
        this.page = sizes.ledger().page();
    }

    @Override
    public void transfer(List<Transfer> transfers) {
        for (int first = 0; first < transfers.size(); first += page) {
            List<Transfer> facts = transfers.subList(first, Math.min(first + page, transfers.size()));
            BlockRef block = new BlockRef(++blocks, "0x", blocks);
            QuarkusTransaction.requiringNew().run(() -> {
                for (Transfer fact : facts) record(block, fact);
            });
        }
    }

    private void record(BlockRef block, Transfer fact) {
        String hash = "0x" + (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
        ChainLog log = new ChainLog(ContractName.MILESTONE_ESCROW, List.of(), "0x", block, hash, 0);
        BigInteger amount = BigInteger.valueOf(fact.amount());
        ledger.record(log, "Milestone paid", amount, TOKEN, account(fact.from()), account(fact.to()));
    }

    @Override
    public long balance(int account) {
        return ledger.balance(account(account), TOKEN).longValueExact();
    }

    private static Account account(int number) {
        return Account.outside(String.format("0x%040x", number));
    }
}

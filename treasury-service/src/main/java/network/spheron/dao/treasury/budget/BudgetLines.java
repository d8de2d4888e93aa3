package network.spheron.dao.treasury.budget;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.treasury.ledger.Account;
import network.spheron.dao.treasury.ledger.Ledger;

/** All budget lines; every change is entered in the ledger with the log that caused it. */
@ApplicationScoped
public class BudgetLines implements PanacheRepositoryBase<BudgetLine, String> {
    private final Ledger ledger;
    private final ChainClock clock;

    BudgetLines(Ledger ledger, ChainClock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Lines by name. */
    public List<BudgetLineView> views() {
        return list("order by name").stream()
                .map(line -> BudgetLineView.of(line, clock.now()))
                .toList();
    }

    /** The line of that id, which the contract has opened before anything can refer to it. */
    public BudgetLine line(String lineId) {
        return findByIdOptional(lineId).orElseThrow(() -> new IllegalStateException("unknown budget line " + lineId));
    }

    /** A line was opened. */
    public void opened(ChainLog log, String lineId, String name, String token, BigInteger allocated) {
        persist(new BudgetLine(lineId, name, token, allocated));
        ledger.record(log, "Line " + name + " opened", allocated, token, Account.allocations(), Account.free(name));
    }

    /** A vote gave the line more or less. */
    public void allocated(ChainLog log, String lineId, BigInteger amount) {
        BudgetLine line = line(lineId);
        BigInteger more = line.allocate(amount);
        if (more.signum() != 0) {
            Account from = more.signum() > 0 ? Account.allocations() : Account.free(line.name);
            Account to = more.signum() > 0 ? Account.free(line.name) : Account.allocations();
            ledger.record(log, "Line " + line.name + " allocated anew", more.abs(), line.token, from, to);
        }
    }

    /** A vote said how much may be promised in how many seconds, from now on. */
    public void periodSet(ChainLog log, String lineId, long length, BigInteger cap) {
        line(lineId).setPeriod(length, cap, log.block().timestamp());
    }

    /** This much is promised. */
    public void reserved(ChainLog log, String lineId, String description, BigInteger amount) {
        BudgetLine line = line(lineId);
        line.reserve(amount, log.block().timestamp());
        ledger.record(log, description, amount, line.token, Account.free(line.name), Account.reserved(line.name));
    }

    /** This much of what was promised is not needed. */
    public void released(ChainLog log, String lineId, String description, BigInteger amount) {
        BudgetLine line = line(lineId);
        line.release(amount);
        ledger.record(log, description, amount, line.token, Account.reserved(line.name), Account.free(line.name));
    }

    /** This much reached payees. */
    public void spent(ChainLog log, String lineId, String description, BigInteger amount) {
        BudgetLine line = line(lineId);
        line.spend(amount);
        ledger.record(log, description, amount, line.token, Account.reserved(line.name), Account.spent(line.name));
    }
}

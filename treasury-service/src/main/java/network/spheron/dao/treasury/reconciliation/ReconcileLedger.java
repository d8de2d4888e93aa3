package network.spheron.dao.treasury.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.treasury.budget.BudgetLineView;
import network.spheron.dao.treasury.budget.BudgetLines;
import network.spheron.dao.treasury.ledger.Account;
import network.spheron.dao.treasury.ledger.Ledger;
import org.jboss.logging.Logger;

/** Compares the ledger with the chain at the block that was just followed: after every change of it, and regularly. */
@ApplicationScoped
class ReconcileLedger {
    /** With nothing new in the ledger, compare again after this many blocks. */
    private static final long IDLE_BLOCKS = 20;

    private static final Logger LOG = Logger.getLogger(ReconcileLedger.class);

    private final Reconciliations reconciliations;
    private final Ledger ledger;
    private final BudgetLines lines;
    private final ChainReader chain;

    ReconcileLedger(Reconciliations reconciliations, Ledger ledger, BudgetLines lines, ChainReader chain) {
        this.reconciliations = reconciliations;
        this.ledger = ledger;
        this.lines = lines;
        this.chain = chain;
    }

    @Transactional
    void onBlock(@Observes ChainAdvanced advanced) {
        BlockRef block = advanced.block();
        if (isDue(block)) {
            List<Difference> differences = differences(block);
            differences.forEach(difference ->
                    LOG.errorf("the ledger differs from the chain at block %d: %s", block.number(), difference));
            reconciliations.persist(new Reconciliation(block, differences));
        }
    }

    private boolean isDue(BlockRef block) {
        Optional<Reconciliation> last = reconciliations.last();
        return last.isEmpty()
                || block.number() >= last.get().blockNumber + IDLE_BLOCKS
                || ledger.lastBlock() > last.get().blockNumber;
    }

    private List<Difference> differences(BlockRef block) {
        List<Difference> found = new ArrayList<>();
        for (BudgetLineView line : lines.views()) {
            Treasury.LineResult onChain = chain.callAt(block, ContractName.TREASURY, Treasury.line(line.lineId()));
            compare(found, line.name() + " allocated", line.allocated(), onChain.allocated());
            compare(found, line.name() + " reserved", booked(Account.reserved(line.name()), line), onChain.reserved());
            compare(found, line.name() + " spent", booked(Account.spent(line.name()), line), onChain.spent());
        }
        for (String token : lines.tokens()) {
            compare(
                    found,
                    "treasury balance",
                    ledger.balance(Account.treasury(), token),
                    balanceOf(block, chain.address(ContractName.TREASURY)));
            compare(
                    found,
                    "escrow balance",
                    ledger.escrowBalance(token),
                    balanceOf(block, chain.address(ContractName.MILESTONE_ESCROW)));
        }
        return found;
    }

    private BigInteger booked(Account account, BudgetLineView line) {
        return ledger.balance(account, line.token());
    }

    private BigInteger balanceOf(BlockRef block, String holder) {
        return chain.callAt(block, ContractName.PAYMENT_TOKEN, LocalToken.balanceOf(holder));
    }

    private static void compare(List<Difference> found, String what, BigInteger ledger, BigInteger chain) {
        if (ledger.compareTo(chain) != 0) {
            found.add(new Difference(what, ledger, chain));
        }
    }
}

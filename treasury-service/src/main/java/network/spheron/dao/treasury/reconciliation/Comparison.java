package network.spheron.dao.treasury.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.treasury.budget.BudgetLineView;
import network.spheron.dao.treasury.budget.BudgetLines;
import network.spheron.dao.treasury.ledger.Account;
import network.spheron.dao.treasury.ledger.Ledger;

/** Holds what the ledger says against what the chain says at one block. */
@ApplicationScoped
class Comparison {
    private final Ledger ledger;
    private final BudgetLines lines;
    private final ChainReader chain;

    Comparison(Ledger ledger, BudgetLines lines, ChainReader chain) {
        this.ledger = ledger;
        this.lines = lines;
        this.chain = chain;
    }

    List<Difference> differences(BlockRef block) {
        List<Difference> found = new ArrayList<>();
        lines.views().forEach(line -> compare(found, line, block));
        String token = chain.address(ContractName.PAYMENT_TOKEN);
        BigInteger inTreasury = balanceOf(block, ContractName.TREASURY);
        BigInteger inEscrow = balanceOf(block, ContractName.MILESTONE_ESCROW);
        compare(found, "treasury balance", token, ledger.balance(Account.treasury(), token), inTreasury);
        compare(found, "escrow balance", token, ledger.escrowBalance(token), inEscrow);
        return found;
    }

    private void compare(List<Difference> found, BudgetLineView line, BlockRef block) {
        Treasury.LineResult onChain = chain.callAt(block, ContractName.TREASURY, Treasury.line(line.lineId()));
        compare(found, line.name() + " allocated", line.token(), line.allocated(), onChain.allocated());
        compare(
                found,
                line.name() + " reserved",
                line.token(),
                booked(Account.reserved(line.name()), line),
                onChain.reserved());
        compare(found, line.name() + " spent", line.token(), booked(Account.spent(line.name()), line), onChain.spent());
    }

    private BigInteger booked(Account account, BudgetLineView line) {
        return ledger.balance(account, line.token());
    }

    private BigInteger balanceOf(BlockRef block, ContractName holder) {
        return chain.callAt(block, ContractName.PAYMENT_TOKEN, LocalToken.balanceOf(chain.address(holder)));
    }

    private static void compare(
            List<Difference> found, String what, String token, BigInteger ledger, BigInteger chain) {
        if (ledger.compareTo(chain) != 0) {
            found.add(new Difference(what, token, ledger, chain));
        }
    }
}

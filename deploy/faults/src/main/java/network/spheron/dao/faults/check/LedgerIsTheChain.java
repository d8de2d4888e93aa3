package network.spheron.dao.faults.check;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.Treasury;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Site;

/**
 * Rule 3: at the block that treasury has followed, the ledger's accounts are what the contracts say, for the treasury, every
 * budget line and every agreement; and every payment up to there has its entry.
 */
final class LedgerIsTheChain implements Rule {
    private final Site site;

    LedgerIsTheChain(Site site) {
        this.site = site;
    }

    /** A balance of the ledger, with the block up to which it was read. */
    private record Balance(long block, String account, String token, BigInteger amount) {}

    private record Line(String id, String name, String token) {}

    @Override
    public String name() {
        return "ledger is the chain";
    }

    @Override
    public List<Finding> findings() {
        Database database = site.database("treasury");
        // One statement is one moment: cursor and postings belong together.
        List<Balance> balances = database.rows(
                row -> new Balance(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBigDecimal(4).toBigIntegerExact()),
                """
                select (select block_number from chain_cursor), account, token, sum(amount)
                from ledger_posting group by account, token""");
        if (balances.isEmpty()) {
            return List.of(lost("the ledger is empty"));
        }
        long block = balances.get(0).block();
        Map<String, BigInteger> ledger = new HashMap<>();
        balances.forEach(balance -> ledger.put(balance.account() + " " + balance.token(), balance.amount()));
        List<Finding> findings = new ArrayList<>();
        money(ledger, block, findings);
        for (Line line : database.rows(
                row -> new Line(row.getString(1), row.getString(2), row.getString(3)),
                "select line_id, name, token from budget_line order by name")) {
            budget(ledger, line, block, findings);
        }
        for (BigInteger agreement : database.rows(
                row -> row.getBigDecimal(1).toBigIntegerExact(),
                "select agreement_id from agreement order by agreement_id")) {
            escrow(ledger, agreement, block, findings);
        }
        payments(database, block, findings);
        return findings;
    }

    private void money(Map<String, BigInteger> ledger, long block, List<Finding> findings) {
        String token = site.chain().address(ContractName.PAYMENT_TOKEN);
        BigInteger onChain = site.chain()
                .call(
                        ContractName.PAYMENT_TOKEN,
                        LocalToken.balanceOf(site.chain().address(ContractName.TREASURY)),
                        block);
        compare("treasury", token, ledger, onChain, block, findings);
    }

    private void budget(Map<String, BigInteger> ledger, Line line, long block, List<Finding> findings) {
        Treasury.LineResult onChain = site.chain().call(ContractName.TREASURY, Treasury.line(line.id()), block);
        compare("budget/" + line.name() + "/reserved", line.token(), ledger, onChain.reserved(), block, findings);
        compare("budget/" + line.name() + "/spent", line.token(), ledger, onChain.spent(), block, findings);
    }

    private void escrow(Map<String, BigInteger> ledger, BigInteger agreement, long block, List<Finding> findings) {
        MilestoneEscrow.AgreementResult onChain =
                site.chain().call(ContractName.MILESTONE_ESCROW, MilestoneEscrow.agreement(agreement), block);
        BigInteger held = onChain.funded().subtract(onChain.paid()).subtract(onChain.refunded());
        compare("escrow/" + agreement, onChain.token(), ledger, held, block, findings);
    }

    private void compare(
            String account,
            String token,
            Map<String, BigInteger> ledger,
            BigInteger onChain,
            long block,
            List<Finding> findings) {
        BigInteger here = ledger.getOrDefault(account + " " + token, BigInteger.ZERO);
        if (!here.equals(onChain)) {
            findings.add(
                    wrong("account " + account + " is " + here + ", but " + onChain + " on chain at block " + block));
        }
    }

    private void payments(Database database, long block, List<Finding> findings) {
        Set<String> entries = new HashSet<>(database.rows(
                row -> row.getString(1) + " " + row.getLong(2) + " "
                        + row.getBigDecimal(3).toBigIntegerExact(),
                """
                select e.transaction_hash, e.log_index, p.amount
                from ledger_entry e join ledger_posting p on p.entry_id = e.id
                where p.amount > ?""",
                BigDecimal.ZERO));
        site
                .chain()
                .events(
                        ContractName.MILESTONE_ESCROW,
                        MilestoneEscrow.MilestonePaid.TOPIC,
                        MilestoneEscrow.MilestonePaid::decode,
                        block)
                .stream()
                .filter(paid -> !entries.contains(paid.transaction() + " " + paid.logIndex() + " "
                        + paid.event().amount()))
                .forEach(paid -> findings.add(lost("the payment of milestone "
                        + paid.event().agreementId() + "/" + paid.event().milestone() + " in "
                        + paid.transaction() + " has no entry in the ledger")));
    }
}

package network.spheron.dao.treasury.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;

/**
 * Enters what reaches or leaves treasury and escrow beside agreements: anyone can send them tokens. What agreements move is
 * entered from the events that say for which agreement.
 */
@ApplicationScoped
class TokenMovements implements ChainListener {
    private final Ledger ledger;
    private final Holders holders;
    private final ChainReader chain;

    TokenMovements(Ledger ledger, Holders holders, ChainReader chain) {
        this.ledger = ledger;
        this.holders = holders;
        this.chain = chain;
    }

    @Override
    public Set<ContractName> contracts() {
        return Set.of(ContractName.PAYMENT_TOKEN);
    }

    @Override
    public void on(ChainLog log) {
        if (!log.is(LocalToken.Transfer.TOPIC)) {
            return;
        }
        LocalToken.Transfer transfer = LocalToken.Transfer.decode(log.topics(), log.data());
        Account from = holders.account(transfer.from());
        Account to = holders.account(transfer.to());
        boolean isAgreements = from.equals(Account.unassigned())
                || (from.equals(Account.treasury()) && to.equals(Account.unassigned()));
        boolean isOurs = holders.isOurs(transfer.from()) || holders.isOurs(transfer.to());
        if (isOurs && !isAgreements) {
            String description = holders.isOurs(transfer.to()) ? "Deposit" : "Withdrawal";
            ledger.record(log, description, transfer.value(), chain.address(ContractName.PAYMENT_TOKEN), from, to);
        }
    }
}

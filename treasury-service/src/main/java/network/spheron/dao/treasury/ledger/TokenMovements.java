package network.spheron.dao.treasury.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.LocalToken;

/** Enters what reaches or leaves the treasury other than to and from the escrow, such as a deposit by anyone. */
@ApplicationScoped
class TokenMovements implements ChainListener {
    private final Ledger ledger;
    private final ChainReader chain;

    TokenMovements(Ledger ledger, ChainReader chain) {
        this.ledger = ledger;
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
        String treasury = chain.address(ContractName.TREASURY);
        String escrow = chain.address(ContractName.MILESTONE_ESCROW);
        String token = chain.address(ContractName.PAYMENT_TOKEN);
        if (transfer.to().equals(treasury) && !transfer.from().equals(escrow)) {
            ledger.record(
                    log, "Deposit", transfer.value(), token, Account.outside(transfer.from()), Account.treasury());
        } else if (transfer.from().equals(treasury) && !transfer.to().equals(escrow)) {
            ledger.record(
                    log, "Withdrawal", transfer.value(), token, Account.treasury(), Account.outside(transfer.to()));
        }
    }
}

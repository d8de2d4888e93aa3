package network.spheron.dao.treasury.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;

/** Which account an address' tokens are in. A payee is free to name the treasury itself, or the escrow. */
@ApplicationScoped
public class Holders {
    private final ChainReader chain;

    Holders(ChainReader chain) {
        this.chain = chain;
    }

    /** The account of a holder; address in lower-case hex. */
    public Account account(String address) {
        if (address.equals(chain.address(ContractName.TREASURY))) {
            return Account.treasury();
        }
        return address.equals(chain.address(ContractName.MILESTONE_ESCROW))
                ? Account.unassigned()
                : Account.outside(address);
    }

    boolean isOurs(String address) {
        return address.equals(chain.address(ContractName.TREASURY))
                || address.equals(chain.address(ContractName.MILESTONE_ESCROW));
    }
}

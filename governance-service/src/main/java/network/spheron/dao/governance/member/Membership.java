package network.spheron.dao.governance.member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import network.spheron.dao.chain.ChainReader;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.identity.Roles;

/** Who the caller is to the DAO. */
@ApplicationScoped
public class Membership {
    private final Caller caller;
    private final ChainReader chain;

    Membership(Caller caller, ChainReader chain) {
        this.caller = caller;
        this.chain = chain;
    }

    /** The caller; throws {@link network.spheron.dao.identity.NotSignedIn} for a visitor. */
    @Transactional
    public MemberView me() {
        String personId = caller.personId();
        List<String> roles = Stream.of(Roles.HOLDER, Roles.CONTRACTOR, Roles.STEWARD, Roles.AUDITOR)
                .filter(caller::hasRole)
                .toList();
        List<MemberView.WalletView> wallets = caller.wallets().stream()
                .sorted()
                .map(address -> new MemberView.WalletView(
                        address, chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.getVotes(address))))
                .toList();
        return new MemberView(personId, caller.name(), roles, wallets);
    }
}

package network.spheron.dao.chain.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.node.MinedTransaction;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.GovernanceToken;
import network.spheron.dao.contracts.LocalToken;
import network.spheron.dao.contracts.RecordLog;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.contracts.StewardCouncil;

/** The account that deployed: it must have nothing left, neither a power nor a token. */
final class Deployer {
    private static final String TOPIC = "deployer";

    private Deployer() {}

    static List<Finding> of(OnChain chain, Roles roles) {
        return chain.creation(ContractName.DAO_GOVERNOR)
                .map(MinedTransaction::from)
                .map(account -> findings(chain, roles, account))
                .orElseGet(() -> List.of(new Finding(
                        TOPIC, "account", "not known", "the address book does not say which transactions deployed")));
    }

    private static List<Finding> findings(OnChain chain, Roles roles, String account) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.fact(TOPIC, "account", account));
        findings.add(none("roles of the timelock", roles.areHeldBy(account)));
        findings.add(none(
                "guardian", chain.call(ContractName.ROADMAP, Roadmap.guardian()).equals(account)));
        findings.add(none(
                "service entity",
                chain.call(ContractName.ROADMAP, Roadmap.serviceEntity()).equals(account)));
        findings.add(none("steward", chain.call(ContractName.STEWARD_COUNCIL, StewardCouncil.isSteward(account))));
        findings.add(none(
                "publisher",
                chain.call(ContractName.RECORD_LOG, RecordLog.publisher()).equals(account)));
        findings.add(empty(
                "governance tokens", chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.balanceOf(account))));
        findings.add(empty("votes", chain.call(ContractName.GOVERNANCE_TOKEN, GovernanceToken.getVotes(account))));
        findings.add(empty("payment tokens", chain.call(ContractName.PAYMENT_TOKEN, LocalToken.balanceOf(account))));
        return findings;
    }

    private static Finding none(String name, boolean holds) {
        return Finding.check(TOPIC, name, holds ? "yes" : "no", !holds, "the deployer must not hold it");
    }

    private static Finding empty(String name, BigInteger amount) {
        return Finding.check(TOPIC, name, amount.toString(), amount.signum() == 0, "the deployer must have none");
    }
}

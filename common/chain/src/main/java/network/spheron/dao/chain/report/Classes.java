package network.spheron.dao.chain.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.deployment.ListedActions;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.chain.node.NodeLog;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.ProposalPolicy;

/**
 * Which call the policy in force has in which class, by its own events. What was listed with the deployment must be what is
 * listed here; what a vote has listed since, or with a policy of its own, is told.
 */
final class Classes {
    private static final String TOPIC = "classes";

    private final OnChain chain;
    private final String policy;
    private final Map<Call, Listed> listed = new LinkedHashMap<>();

    private Classes(OnChain chain) {
        this.chain = chain;
        this.policy = chain.policy();
    }

    private record Call(String target, String selector) {}

    private record Listed(ProposalClass proposalClass, boolean byVote) {}

    static List<Finding> of(OnChain chain) {
        Classes classes = new Classes(chain);
        chain.logs(classes.policy, classes::follow);
        return classes.findings();
    }

    private void follow(NodeLog log) {
        if (!log.topics().get(0).equals(ProposalPolicy.ActionListed.TOPIC)) return;
        ProposalPolicy.ActionListed event = ProposalPolicy.ActionListed.decode(log.topics(), log.data());
        listed.put(
                new Call(event.target(), event.selector()),
                new Listed(ProposalClass.of(event.class_()), !isOfDeployment(log)));
    }

    private boolean isOfDeployment(NodeLog log) {
        String creation = chain.book().transactions().get(ContractName.PROPOSAL_POLICY.key());
        return log.transactionHash().equals(creation);
    }

    private List<Finding> findings() {
        boolean deployed = policy.equals(chain.address(ContractName.PROPOSAL_POLICY));
        Map<Call, ProposalClass> missing = new LinkedHashMap<>();
        ListedActions.all()
                .forEach(action -> missing.put(
                        new Call(chain.address(action.target()), action.selector()), action.proposalClass()));
        List<Finding> findings = new ArrayList<>();
        listed.forEach((call, as) -> {
            ProposalClass expected = missing.remove(call);
            findings.add(finding(call, as, expected == null ? ProposalClass.AUTHORITY : expected));
        });
        missing.forEach((call, expected) ->
                findings.add(finding(call, new Listed(ProposalClass.AUTHORITY, !deployed), expected)));
        return findings;
    }

    private Finding finding(Call call, Listed as, ProposalClass expected) {
        String name = chain.nameOf(call.target()) + "." + Functions.name(call.selector());
        if (as.proposalClass() != expected && as.byVote()) {
            return Finding.fact(TOPIC, name, as.proposalClass() + " by vote, otherwise " + expected);
        }
        return Finding.check(
                TOPIC, name, as.proposalClass().name(), as.proposalClass() == expected, "it must be " + expected);
    }
}

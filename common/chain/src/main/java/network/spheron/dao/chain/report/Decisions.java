package network.spheron.dao.chain.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.DaoTimelock;
import network.spheron.dao.contracts.ProposalPolicy;

/** How proposals are decided. */
final class Decisions {
    private static final String TOPIC = "decisions";

    private Decisions() {}

    static List<Finding> of(OnChain chain) {
        List<Finding> findings = new ArrayList<>();
        String policy = chain.policy();
        BigInteger threshold = chain.callAt(policy, ProposalPolicy.proposalThreshold());
        findings.add(Finding.check(
                TOPIC,
                "proposal threshold",
                threshold.toString(),
                threshold.equals(chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.proposalThreshold())),
                "the Governor asks for another"));
        findings.add(Finding.fact(
                TOPIC,
                "mandate limit",
                chain.callAt(policy, ProposalPolicy.mandateLimit(chain.address(ContractName.PAYMENT_TOKEN)))
                        .toString()));
        findings.add(Finding.fact(
                TOPIC,
                "late flip extension",
                chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.lateFlipExtension()) + " s"));
        findings.add(Finding.fact(
                TOPIC, "timelock delay", chain.call(ContractName.DAO_TIMELOCK, DaoTimelock.getMinDelay()) + " s"));
        findings.add(Finding.fact(
                TOPIC, "grace period", chain.call(ContractName.DAO_TIMELOCK, DaoTimelock.gracePeriod()) + " s"));
        for (ProposalClass proposalClass : ProposalClass.values()) {
            findings.add(Finding.fact(
                    TOPIC,
                    proposalClass.name(),
                    words(chain.callAt(policy, ProposalPolicy.rulesOf(proposalClass.number())))));
        }
        return findings;
    }

    private static String words(ProposalPolicy.Rules rules) {
        return "quorum " + rules.quorumBps() + " basis points, at least " + rules.quorumFloor() + "; approval above "
                + rules.approvalBps() + " basis points; begins after " + rules.votingDelay() + " s, lasts "
                + rules.votingPeriod() + " s, waits " + rules.timelockDelay() + " s more";
    }
}

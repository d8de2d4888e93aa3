package network.spheron.dao.chain.report;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.chain.deployment.DeploymentPlan;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.DaoTimelock;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;

/** What it takes to object to an award or to challenge a milestone; either must leave the time for the vote on it. */
final class Objections {
    private static final String TOPIC = "objections and challenges";

    private final OnChain chain;
    private final List<Finding> findings = new ArrayList<>();

    private Objections(OnChain chain) {
        this.chain = chain;
    }

    static List<Finding> of(OnChain chain) {
        Objections objections = new Objections(chain);
        objections.toAwards();
        objections.toMilestones();
        return objections.findings;
    }

    private void toAwards() {
        ContractName election = ContractName.BID_ELECTION;
        findings.add(Finding.fact(
                TOPIC,
                "late turn",
                "above " + chain.call(election, BidElection.lateTurnBps())
                        + " basis points of the quorum; voting lasts "
                        + chain.call(election, BidElection.lateTurnExtension()) + " s more, "
                        + chain.call(election, BidElection.MOST_EXTENSIONS()) + " times at most"));
        votes("objection threshold", chain.call(election, BidElection.objectionThreshold()));
        period(
                "objection period",
                chain.call(election, BidElection.objectionPeriod()),
                longestVote(election, BidElection.Selectors.resolveObjection));
    }

    private void toMilestones() {
        ContractName escrow = ContractName.MILESTONE_ESCROW;
        votes("challenge threshold", chain.call(escrow, MilestoneEscrow.challengeThreshold()));
        votes("challenge bond", chain.call(escrow, MilestoneEscrow.challengeBond()));
        period(
                "ruling period",
                chain.call(escrow, MilestoneEscrow.rulingPeriod()),
                longestVote(escrow, MilestoneEscrow.Selectors.rule));
    }

    private void votes(String name, BigInteger votes) {
        findings.add(Finding.check(
                TOPIC, name, votes.toString(), votes.signum() > 0, "it must be more than zero, or it is anybody's"));
    }

    private void period(String name, long seconds, long vote) {
        findings.add(Finding.check(
                TOPIC,
                name,
                seconds + " s; a vote takes " + vote + " s at most",
                seconds > vote,
                "it must be longer than a vote, or none can decide in time"));
    }

    private long longestVote(ContractName target, String selector) {
        String policy = chain.policy();
        int proposalClass = chain.callAt(policy, ProposalPolicy.listed(chain.address(target), selector));
        return DeploymentPlan.Voting.longestCourse(
                chain.callAt(policy, ProposalPolicy.rulesOf(proposalClass)),
                chain.call(ContractName.DAO_GOVERNOR, DaoGovernor.lateFlipExtension()),
                chain.call(ContractName.DAO_TIMELOCK, DaoTimelock.getMinDelay()).longValueExact());
    }
}

package network.spheron.dao.chain.report;

import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.DaoGovernor;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.contracts.ProposalPolicy;
import network.spheron.dao.contracts.RecordLog;
import network.spheron.dao.contracts.Roadmap;
import network.spheron.dao.contracts.StewardCouncil;
import network.spheron.dao.contracts.Treasury;

/** Which contract each contract knows as which: all must mean the same ones. */
final class Links {
    private static final String TOPIC = "links";

    private final OnChain chain;
    private final List<Finding> findings = new ArrayList<>();

    private Links(OnChain chain) {
        this.chain = chain;
    }

    static List<Finding> of(OnChain chain) {
        Links links = new Links(chain);
        links.ofVoting();
        links.ofPolicy();
        links.ofOwned();
        links.ofBids();
        links.ofEscrow();
        return links.findings;
    }

    private void ofVoting() {
        link(ContractName.DAO_GOVERNOR, DaoGovernor.token(), ContractName.GOVERNANCE_TOKEN);
        link(ContractName.DAO_GOVERNOR, DaoGovernor.timelock(), ContractName.DAO_TIMELOCK);
        link(ContractName.DAO_GOVERNOR, DaoGovernor.roadmap(), ContractName.ROADMAP);
    }

    /** The Governor's own events say by whom: the first policy is its deployer's, every other one a vote's. */
    private void ofPolicy() {
        List<String> policies = new ArrayList<>();
        chain.logs(ContractName.DAO_GOVERNOR, log -> {
            if (log.topics().get(0).equals(DaoGovernor.PolicyChanged.TOPIC)) {
                policies.add(DaoGovernor.PolicyChanged.decode(log.topics(), log.data())
                        .current());
            }
        });
        String first = policies.isEmpty() ? "none" : policies.get(0);
        String built = chain.address(ContractName.PROPOSAL_POLICY);
        findings.add(Finding.check(
                TOPIC,
                "dao-governor.policy",
                chain.named(first),
                first.equals(built),
                "it must be proposal-policy at " + built));
        String policy = chain.policy();
        if (!policy.equals(first)) {
            findings.add(
                    Finding.fact(TOPIC, "dao-governor.policy by vote", policy + "; its code is not compared with any"));
        }
        policyLink(policy, ProposalPolicy.governor(), ContractName.DAO_GOVERNOR);
        policyLink(policy, ProposalPolicy.timelock(), ContractName.DAO_TIMELOCK);
        policyLink(policy, ProposalPolicy.treasury(), ContractName.TREASURY);
        policyLink(policy, ProposalPolicy.roadmap(), ContractName.ROADMAP);
        policyLink(policy, ProposalPolicy.council(), ContractName.STEWARD_COUNCIL);
    }

    private void policyLink(String policy, FunctionCall<String> getter, ContractName to) {
        link(ContractName.PROPOSAL_POLICY.key() + "." + getter.name(), chain.callAt(policy, getter), to);
    }

    private void ofOwned() {
        link(ContractName.ROADMAP, Roadmap.timelock(), ContractName.DAO_TIMELOCK);
        link(ContractName.STEWARD_COUNCIL, StewardCouncil.timelock(), ContractName.DAO_TIMELOCK);
        link(ContractName.RECORD_LOG, RecordLog.timelock(), ContractName.DAO_TIMELOCK);
        link(ContractName.TREASURY, Treasury.timelock(), ContractName.DAO_TIMELOCK);
        link(ContractName.STEWARD_COUNCIL, StewardCouncil.roadmap(), ContractName.ROADMAP);
        link(ContractName.TREASURY, Treasury.roadmap(), ContractName.ROADMAP);
        link(ContractName.TREASURY, Treasury.council(), ContractName.STEWARD_COUNCIL);
        link(ContractName.TREASURY, Treasury.escrow(), ContractName.MILESTONE_ESCROW);
    }

    private void ofBids() {
        link(ContractName.BID_BOOK, BidBook.treasury(), ContractName.TREASURY);
        link(ContractName.BID_BOOK, BidBook.roadmap(), ContractName.ROADMAP);
        link(ContractName.BID_BOOK, BidBook.council(), ContractName.STEWARD_COUNCIL);
        link(ContractName.BID_BOOK, BidBook.bondToken(), ContractName.GOVERNANCE_TOKEN);
        link(ContractName.BID_BOOK, BidBook.election(), ContractName.BID_ELECTION);
        link(ContractName.BID_BOOK, BidBook.timelock(), ContractName.DAO_TIMELOCK);
        link(ContractName.BID_ELECTION, BidElection.treasury(), ContractName.TREASURY);
        link(ContractName.BID_ELECTION, BidElection.council(), ContractName.STEWARD_COUNCIL);
        link(ContractName.BID_ELECTION, BidElection.timelock(), ContractName.DAO_TIMELOCK);
        link(ContractName.BID_ELECTION, BidElection.bidBook(), ContractName.BID_BOOK);
        link(ContractName.BID_ELECTION, BidElection.token(), ContractName.GOVERNANCE_TOKEN);
    }

    private void ofEscrow() {
        link(ContractName.MILESTONE_ESCROW, MilestoneEscrow.treasury(), ContractName.TREASURY);
        link(ContractName.MILESTONE_ESCROW, MilestoneEscrow.bidBook(), ContractName.BID_BOOK);
        link(ContractName.MILESTONE_ESCROW, MilestoneEscrow.election(), ContractName.BID_ELECTION);
        link(ContractName.MILESTONE_ESCROW, MilestoneEscrow.council(), ContractName.STEWARD_COUNCIL);
        link(ContractName.MILESTONE_ESCROW, MilestoneEscrow.roadmap(), ContractName.ROADMAP);
        link(ContractName.MILESTONE_ESCROW, MilestoneEscrow.governanceToken(), ContractName.GOVERNANCE_TOKEN);
        link(ContractName.MILESTONE_ESCROW, MilestoneEscrow.timelock(), ContractName.DAO_TIMELOCK);
    }

    private void link(ContractName from, FunctionCall<String> getter, ContractName to) {
        link(from.key() + "." + getter.name(), chain.call(from, getter), to);
    }

    private void link(String name, String known, ContractName to) {
        findings.add(Finding.check(
                TOPIC,
                name,
                chain.named(known),
                known.equals(chain.address(to)),
                "it must be " + to.key() + " at " + chain.address(to)));
    }
}

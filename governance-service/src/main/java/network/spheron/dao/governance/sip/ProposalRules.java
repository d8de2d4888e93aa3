package network.spheron.dao.governance.sip;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigInteger;
import network.spheron.dao.chain.deployment.ProposalClass;
import network.spheron.dao.contracts.DaoGovernor;

/** How a proposal is decided, as the Governor has fixed it when the proposal was made. */
@Embeddable
class ProposalRules {
    @Column(name = "proposal_class")
    private String proposalClass;

    private boolean vetoable;

    @Column(name = "quorum_floor", precision = 78, scale = 0)
    private BigInteger quorumFloor;

    @Column(name = "quorum_bps")
    private int quorumBps;

    @Column(name = "approval_bps")
    private int approvalBps;

    @Column(name = "voting_delay")
    private long votingDelay;

    @Column(name = "voting_period")
    private long votingPeriod;

    @Column(name = "timelock_delay")
    private long timelockDelay;

    @SuppressWarnings("NullAway.Init")
    protected ProposalRules() {}

    static ProposalRules of(DaoGovernor.ProposalClassified classified) {
        ProposalRules rules = new ProposalRules();
        rules.proposalClass = ProposalClass.of(classified.class_()).name();
        rules.vetoable = classified.vetoable();
        rules.quorumFloor = classified.rules().quorumFloor();
        rules.quorumBps = classified.rules().quorumBps();
        rules.approvalBps = classified.rules().approvalBps();
        rules.votingDelay = classified.rules().votingDelay();
        rules.votingPeriod = classified.rules().votingPeriod();
        rules.timelockDelay = classified.rules().timelockDelay();
        return rules;
    }

    ProposalView.Rules view() {
        return new ProposalView.Rules(
                proposalClass, vetoable, quorumFloor, quorumBps, approvalBps, votingDelay, votingPeriod, timelockDelay);
    }
}

package network.spheron.dao.governance.voting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigInteger;

/** The votes on a proposal, added up. */
@Entity
@Table(name = "proposal_tally")
class ProposalTally {
    @Id
    @Column(name = "proposal_id", precision = 78, scale = 0)
    private BigInteger proposalId;

    @Column(name = "votes_for", precision = 78, scale = 0)
    private BigInteger votesFor = BigInteger.ZERO;

    @Column(name = "votes_against", precision = 78, scale = 0)
    private BigInteger votesAgainst = BigInteger.ZERO;

    @Column(name = "votes_abstain", precision = 78, scale = 0)
    private BigInteger votesAbstain = BigInteger.ZERO;

    private int voters;

    @SuppressWarnings("NullAway.Init")
    protected ProposalTally() {}

    ProposalTally(BigInteger proposalId) {
        this.proposalId = proposalId;
    }

    void add(Support support, BigInteger weight) {
        switch (support) {
            case FOR -> votesFor = votesFor.add(weight);
            case AGAINST -> votesAgainst = votesAgainst.add(weight);
            case ABSTAIN -> votesAbstain = votesAbstain.add(weight);
        }
        voters++;
    }

    TallyView view(BigInteger quorum) {
        return new TallyView(votesFor, votesAgainst, votesAbstain, voters, quorum);
    }
}

package network.spheron.dao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import network.spheron.dao.chain.deployment.DeploymentPlan;
import network.spheron.dao.chain.deployment.ListedActions;
import network.spheron.dao.contracts.BidElection;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import org.junit.jupiter.api.Test;

class LocalPlanTest {
    private final DeploymentPlan plan = LocalPlan.from(Instant.EPOCH);

    @Test
    void objectionsAndChallengesOutlastTheVoteOnThem() {
        assertThat(plan.elections().objectionPeriod())
                .isGreaterThan(longestVote(ContractName.BID_ELECTION, BidElection.Selectors.resolveObjection));
        assertThat(plan.challenges().rulingPeriod())
                .isGreaterThan(longestVote(ContractName.MILESTONE_ESCROW, MilestoneEscrow.Selectors.rule));
    }

    @Test
    void nobodyObjectsOrChallengesOrDecidesWithoutVotes() {
        assertThat(plan.elections().objectionThreshold()).isPositive();
        assertThat(plan.challenges().threshold()).isPositive();
        assertThat(plan.floors().quorum()).isPositive();
        assertThat(plan.voting().rules().values())
                .allSatisfy(rules -> assertThat(rules.quorumFloor()).isPositive());
    }

    private long longestVote(ContractName target, String selector) {
        return plan.voting().longestCourse(ListedActions.classOf(target, selector));
    }
}

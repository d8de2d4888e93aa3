package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vote has the last word on a milestone, whatever was decided before. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class RulingTest {
    private static final BigInteger FIRST = BigInteger.ZERO;

    @Inject
    Market market;

    @Inject
    Surroundings around;

    @Inject
    DirectWork work;

    private BigInteger agreementId = BigInteger.ZERO;

    @BeforeEach
    void makeAnAgreement() {
        agreementId = work.agreement(false, 100);
    }

    @Test
    void submittedMilestoneIsApprovedOrRejected() {
        work.submitted(agreementId, 0);

        rules(true);
        work.awaitStatus(agreementId, 0, "approved");

        rules(false);
        work.awaitStatus(agreementId, 0, "rejected");
        assertThat(round().getString("outcome")).isEqualTo("rejected");
    }

    @Test
    void approvedMilestoneThatIsApprovedAgainCanBePaidAtOnce() {
        work.approved(agreementId, 0);
        long challengeEnds = challengeEnds();

        rules(true);

        around.eventually(() -> challengeEnds() < challengeEnds);
        assertThat(round().getString("outcome")).isEqualTo("approved");
        work.send(DirectWork.anyone(), MilestoneEscrow.release(agreementId, FIRST));
        work.awaitStatus(agreementId, 0, "paid");
    }

    @Test
    void rejectedMilestoneThatIsRejectedAgainCanBeApprovedStill() {
        work.submitted(agreementId, 0);
        work.vote(MilestoneEscrow.reject(agreementId, FIRST, BigInteger.ONE, DirectWork.REASON, List.of()));
        work.awaitStatus(agreementId, 0, "rejected");
        String decision = round().getString("decision");

        rules(false);

        around.eventually(() -> !decision.equals(round().getString("decision")));
        assertThat(market.milestone(agreementId, 0)).isEqualTo("rejected");
        rules(true);
        work.awaitStatus(agreementId, 0, "approved");
    }

    @Test
    void challengeIsUpheldOrDismissed() {
        work.challenged(agreementId, 0);
        rules(false);
        work.awaitStatus(agreementId, 0, "rejected");

        makeAnAgreement();
        work.challenged(agreementId, 0);
        rules(true);
        work.awaitStatus(agreementId, 0, "approved");
        assertThat(round().getString("outcome")).isEqualTo("approved");
    }

    @Test
    void challengeOfARejectionEndsByVoteOrLapses() {
        rejectedAndChallenged();
        rules(true);
        work.awaitStatus(agreementId, 0, "approved");

        makeAnAgreement();
        rejectedAndChallenged();
        around.passUntil(market.agreement(agreementId).getLong("milestones[0].rulingEnds"));
        work.awaitStatus(agreementId, 0, "rejected");
        assertThat(round().getString("reason")).isEqualTo("No vote upheld the challenge of its rejection in time.");
    }

    @Test
    void challengeThatNoVoteDecidesIsEndedByTheKeeper() {
        work.challenged(agreementId, 0);
        long rulingEnds = market.agreement(agreementId).getLong("milestones[0].rulingEnds");
        assertThat(RestAssured.get("/agreements/" + agreementId).asString()).contains("Challenge lapses");

        around.passUntil(rulingEnds);

        work.awaitStatus(agreementId, 0, "approved");
    }

    private void rejectedAndChallenged() {
        work.submitted(agreementId, 0);
        work.vote(MilestoneEscrow.reject(agreementId, FIRST, BigInteger.ONE, DirectWork.REASON, List.of()));
        work.awaitStatus(agreementId, 0, "rejected");
        work.challenge(agreementId, 0);
    }

    private void rules(boolean approved) {
        work.vote(MilestoneEscrow.rule(agreementId, FIRST, BigInteger.ONE, approved, DirectWork.REASON));
    }

    private long challengeEnds() {
        return market.agreement(agreementId).getLong("milestones[0].challengeEnds");
    }

    private JsonPath round() {
        JsonPath agreement = market.agreement(agreementId);
        agreement.setRootPath("milestones[0].rounds[0]");
        return agreement;
    }
}

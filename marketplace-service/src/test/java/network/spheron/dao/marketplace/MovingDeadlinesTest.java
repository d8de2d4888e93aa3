package network.spheron.dao.marketplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.testing.platform.PlatformResource;
import org.junit.jupiter.api.Test;

/** Deadlines that the contract moves without a word about each: in a stop of payments, and behind an earlier milestone. */
@QuarkusTest
@QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "service", value = "marketplace"))
class MovingDeadlinesTest {
    private static final long STOP = 3L * Market.Periods.DAY;

    @Inject
    Market market;

    @Inject
    Surroundings around;

    @Inject
    DirectWork work;

    @Test
    void stopOfPaymentsGivesStewardsAndContractorItsTimeBack() {
        BigInteger agreementId = work.agreement(false, 60, 40);
        work.submitted(agreementId, 0);
        long reviewEnds = time(agreementId, 0, "reviewEnds");
        long dueAt = time(agreementId, 1, "dueAt");

        work.stopPayments(STOP);
        around.passUntil(reviewEnds + STOP / 2);

        assertThat(time(agreementId, 0, "reviewEnds")).isEqualTo(reviewEnds + STOP);
        Person steward = market.steward(0);
        assertThat(steward.sees("/api/steward/queue")
                        .getLong("find { it.agreementId == '" + agreementId + "' }.deadline"))
                .isEqualTo(reviewEnds + STOP);
        market.decides(steward, agreementId, 0, "APPROVE", "");
        market.decides(market.steward(1), agreementId, 0, "APPROVE", "");
        work.awaitStatus(agreementId, 0, "approved");

        around.passUntil(dueAt + STOP / 2);
        assertThat(time(agreementId, 1, "dueAt")).isEqualTo(dueAt + STOP);
        market.submit(work.entity(), agreementId, 1, "In time");
    }

    @Test
    void laterMilestoneWaitsForTheOneBeforeAndIsNotLateForIt() {
        BigInteger agreementId = work.agreement(true, 60, 40);
        assertThat(prepares(agreementId, 1).getStatusCode()).isEqualTo(409);
        assertThat(prepares(agreementId, 1).jsonPath().getString("detail"))
                .isEqualTo("The milestones of this agreement come in order: milestone 1 is approved first, or over.");
        assertThat(prepares(agreementId, 0).getStatusCode()).isEqualTo(200);

        long dueAt = time(agreementId, 1, "dueAt");
        around.passUntil(dueAt - Market.Periods.DAY);
        work.submitted(agreementId, 0);
        around.passUntil(dueAt + Market.Periods.DAY);
        work.vote(MilestoneEscrow.approve(agreementId, BigInteger.ZERO, BigInteger.ONE, List.of()));
        work.awaitStatus(agreementId, 0, "approved");

        assertThat(time(agreementId, 1, "dueAt")).isGreaterThan(around.now());
        market.submit(work.entity(), agreementId, 1, "After the other");
    }

    private Response prepares(BigInteger agreementId, int milestone) {
        return work.entity()
                .post(
                        "/api/agreements/" + agreementId + "/milestones/" + milestone + "/submission-request",
                        Market.evidence("Early"));
    }

    private long time(BigInteger agreementId, int milestone, String name) {
        return market.agreement(agreementId).getLong("milestones[" + milestone + "]." + name);
    }
}

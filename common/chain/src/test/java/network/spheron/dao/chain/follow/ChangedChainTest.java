package network.spheron.dao.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import network.spheron.dao.chain.fixture.ChainStack;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ChainStack.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init")
class ChangedChainTest extends FollowScenario {
    @Inject
    FollowerState state;

    @Test
    void reorganisationBehindTheFinalBlockHaltsFollowing() {
        long start = clock.followed().number();
        await().atMost(PATIENCE).until(() -> clock.followed().number() >= start + 3);

        anvil.rpc("anvil_reorg", 6, List.of());

        await().atMost(PATIENCE).until(() -> state.halted().isPresent());
        assertThat(state.halted().orElseThrow()).contains("the chains part");
        RestAssured.get("/q/health/ready").then().statusCode(503).body(Matchers.containsString("halted"));
    }
}

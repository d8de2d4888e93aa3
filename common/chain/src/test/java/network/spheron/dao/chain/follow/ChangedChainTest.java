package network.spheron.dao.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.testing.TestChain;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = ChainStack.class, restrictToAnnotatedClass = true)
@SuppressWarnings("NullAway.Init")
class ChangedChainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    FollowerState state;

    @Inject
    ChainClock clock;

    TestChain anvil;

    @BeforeEach
    void somethingIsFollowed() {
        await().atMost(PATIENCE)
                .ignoreException(ChainUnavailable.class)
                .until(() -> clock.followed().number() > 0);
    }

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

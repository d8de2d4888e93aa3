package network.spheron.dao.chain.follow;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.fixture.FaultyWire;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.BeforeEach;

/** A follower on a real chain and database, with a wire to the node that tests may cut. */
@SuppressWarnings("NullAway.Init")
abstract class FollowScenario {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    ChainClock clock;

    FaultyWire wire;
    TestChain anvil;

    @BeforeEach
    void somethingIsFollowed() {
        await().atMost(PATIENCE)
                .ignoreException(ChainUnavailable.class)
                .until(() -> clock.followed().number() > 0);
    }
}

package network.spheron.dao.chain.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire.Loss;
import network.spheron.dao.chain.fixture.HolderWallet;
import network.spheron.dao.chain.fixture.SeenLogs;
import network.spheron.dao.testing.TestChain;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@QuarkusTestResource(
        value = ChainStack.class,
        restrictToAnnotatedClass = true,
        initArgs = @ResourceArg(name = ChainStack.TWO_WIRES, value = "true"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init")
class TwoNodesTest extends FollowScenario {
    @Inject
    FollowerState state;

    @Inject
    SeenLogs seen;

    ChainStack.SecondWire second;

    @Test
    @Order(1)
    void nodeThatIsBehindDoesNotDisagree() {
        try (TestChain young = TestChain.start()) {
            second.wire().leadTo(URI.create(young.rpcUrl()));
            long then = clock.followed().number();

            await().atMost(PATIENCE).until(() -> clock.followed().number() >= then + 3);
            assertThat(state.halted()).isEmpty();
            second.wire().leadTo(URI.create(anvil.rpcUrl()));
        }
    }

    @Test
    @Order(2)
    void followingGoesOnWithTheSecondNode() {
        wire.lose(Loss.REQUEST, "eth_");
        List<String> transactions = HolderWallet.pay(anvil, 4);

        await().atMost(PATIENCE)
                .until(() -> seen.timesSeen(transactions).stream().noneMatch(times -> times == 0));
        assertThat(seen.timesSeen(transactions)).containsOnly(1L);
        assertThat(state.failure()).isEmpty();
        wire.repair();
    }

    @Test
    @Order(3)
    void nodesThatDisagreeHaltFollowing() {
        try (TestChain other = TestChain.start()) {
            other.mine((int) anvil.blockNumber() + 20);
            wire.leadTo(URI.create(other.rpcUrl()));

            // A node that was lost is not compared at once.
            await().atMost(PATIENCE.multipliedBy(2)).until(() -> state.halted().isPresent());
            assertThat(state.halted().orElseThrow())
                    .contains("disagree", wire.url() + " says 0x", second.wire().url() + " says 0x")
                    .doesNotContain("secret");
        }
    }
}

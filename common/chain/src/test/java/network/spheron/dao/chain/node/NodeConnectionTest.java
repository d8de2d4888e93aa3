package network.spheron.dao.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire;
import network.spheron.dao.chain.fixture.FaultyWire.Loss;
import network.spheron.dao.testing.TestChain;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NodeConnectionTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Test
    void nodeOfAnotherChainIsRefused() {
        try (TestChain anvil = TestChain.start();
                NodeConnection node = NodeConnection.toChain(1, URI.create(anvil.rpcUrl()), TIMEOUT)) {
            assertThatThrownBy(() -> node.header(At.LATEST))
                    .isInstanceOf(WrongChain.class)
                    .hasMessageContaining("chain 31337")
                    .hasMessageContaining("spheron.chain.chain-id is 1");
        }
    }

    @Test
    void chainIsVerifiedAgainAfterTheNodeWasLost() {
        try (TestChain anvil = TestChain.start();
                FaultyWire wire = FaultyWire.to(URI.create(anvil.rpcUrl()));
                NodeConnection node = NodeConnection.toChain(31337, wire.url(), TIMEOUT)) {
            node.header(At.LATEST);
            wire.lose(Loss.REQUEST, "eth_getBlockByNumber");
            assertThatThrownBy(() -> node.header(At.LATEST)).isInstanceOf(ChainUnavailable.class);
            wire.repair();
            anvil.rpc("anvil_setChainId", 4);

            assertThatThrownBy(() -> node.header(At.LATEST)).isInstanceOf(WrongChain.class);
        }
    }

    @Test
    void limitsAreToldFromOtherRefusals() {
        try (TestChain anvil = TestChain.start();
                FaultyWire wire = FaultyWire.to(URI.create(anvil.rpcUrl()));
                NodeConnection node = NodeConnection.toChain(31337, wire.url(), TIMEOUT)) {
            wire.throttle("eth_getBlockByNumber");
            assertThat(refusal(() -> node.header(At.LATEST)).isLimit()).isTrue();
            assertThat(refusal(() -> node.headers(List.of(0L, 1L))).isLimit()).isTrue();
            wire.repair();
            wire.refuse("eth_getBlockByNumber", -32005, "daily request count exceeded");
            assertThat(refusal(() -> node.header(At.LATEST)).isLimit()).isTrue();
            assertThat(refusal(() -> node.headers(List.of(0L, 1L))).isLimit()).isTrue();
            wire.repair();
            wire.refuse("eth_getLogs", -32000, "query returned more than 10000 results");
            assertThat(refusal(() -> node.logs(0, 1, List.of(ChainStack.HOLDER)))
                            .isLimit())
                    .isTrue();
            wire.repair();
            wire.refuse("eth_getBlockByNumber", -32601, "the method does not exist");
            assertThat(refusal(() -> node.header(At.LATEST)).isLimit()).isFalse();
            assertThat(new NodeRefused("eth_sendRawTransaction", -32000, "gas limit exceeded").isLimit())
                    .isFalse();
        }
    }

    @Test
    void nextNodeIsAskedWhenOneIsGone() {
        try (TestChain anvil = TestChain.start();
                FaultyWire first = FaultyWire.to(URI.create(anvil.rpcUrl()));
                FaultyWire second = FaultyWire.to(URI.create(anvil.rpcUrl()));
                NodeConnection node = connection(first, second)) {
            node.header(At.LATEST);
            assertThat(second.asked()).isZero();

            first.lose(Loss.REQUEST, "eth_getBlockByNumber");
            node.header(At.LATEST);
            assertThat(second.asked()).isPositive();

            first.repair();
            int asked = first.asked();
            node.header(At.LATEST);
            assertThat(first.asked()).as("the node in use is kept").isEqualTo(asked);
        }
    }

    @Test
    void nextNodeIsAskedWhenOneIsAtItsLimits() {
        try (TestChain anvil = TestChain.start();
                FaultyWire first = FaultyWire.to(URI.create(anvil.rpcUrl()));
                FaultyWire second = FaultyWire.to(URI.create(anvil.rpcUrl()));
                NodeConnection node = connection(first, second)) {
            first.throttle("eth_getBlockByNumber");
            node.header(At.LATEST);
            assertThat(second.asked()).isPositive();

            second.refuse("eth_getBlockByNumber", -32005, "rate limited");
            assertThat(refusal(() -> node.header(At.LATEST)).isLimit()).isTrue();
        }
    }

    @Test
    void whatOneNodeRefusesIsNotAskedOfAnother() {
        try (TestChain anvil = TestChain.start();
                FaultyWire first = FaultyWire.to(URI.create(anvil.rpcUrl()));
                FaultyWire second = FaultyWire.to(URI.create(anvil.rpcUrl()));
                NodeConnection node = connection(first, second)) {
            first.refuse("eth_getBlockByNumber", -32601, "the method does not exist");
            assertThat(refusal(() -> node.header(At.LATEST)).isLimit()).isFalse();

            first.refuse("eth_call", 3, "execution reverted");
            assertThatThrownBy(() -> node.call(ChainStack.RELAY, ChainStack.HOLDER, "0x", At.LATEST))
                    .isInstanceOf(CallReverted.class);
            assertThat(second.asked()).isZero();
        }
    }

    @Test
    void slowNodeIsToldFromOneThatIsGone() {
        try (TestChain anvil = TestChain.start();
                FaultyWire wire = FaultyWire.to(URI.create(anvil.rpcUrl()));
                NodeConnection node = NodeConnection.toChain(31337, wire.url(), Duration.ofMillis(500))) {
            node.header(At.LATEST);
            wire.lose(Loss.TIME, "eth_getBlockByNumber");
            assertThatThrownBy(() -> node.header(At.LATEST)).isInstanceOf(NodeTooSlow.class);
        }
    }

    @Test
    void everyNodePassesTheChecksBeforeItIsUsed() {
        try (TestChain anvil = TestChain.start();
                FaultyWire first = FaultyWire.to(URI.create(anvil.rpcUrl()));
                FaultyWire second = FaultyWire.to(URI.create(anvil.rpcUrl()));
                NodeConnection node = NodeConnection.toChain(
                        31337, List.of(first.url(), second.url()), TIMEOUT, List.of(NodeConnectionTest::hasBalance))) {
            node.header(At.LATEST);
            anvil.rpc("anvil_setBalance", ChainStack.HOLDER, "0x0");
            node.header(At.LATEST);
            first.lose(Loss.REQUEST, "eth_getBlockByNumber");

            assertThatThrownBy(() -> node.header(At.LATEST)).isInstanceOf(WrongChain.class);
            first.repair();
            anvil.rpc("anvil_setBalance", ChainStack.HOLDER, "0x1");
            node.header(At.LATEST);
        }
    }

    @Test
    void addressesAreToldWithoutTheirSecrets() {
        List<URI> urls = List.of(URI.create("http://me:secret@127.0.0.1:1/v3/secret?key=secret"));
        try (NodeConnection node = NodeConnection.toChain(31337, urls, TIMEOUT, List.of())) {
            assertThatThrownBy(() -> node.header(At.LATEST))
                    .hasMessageContaining("http://127.0.0.1:1 did not answer")
                    .hasMessageNotContaining("secret");
        }
    }

    private static void hasBalance(NodeConnection node) {
        if (node.balance(ChainStack.HOLDER).signum() == 0) throw new WrongChain("another one");
    }

    private static NodeConnection connection(FaultyWire first, FaultyWire second) {
        return NodeConnection.toChain(31337, List.of(first.url(), second.url()), TIMEOUT, List.of());
    }

    private static NodeRefused refusal(ThrowingCallable question) {
        return catchThrowableOfType(NodeRefused.class, question);
    }

    @Test
    void publishedAccountIsRefusedInProduction() {
        assertThatThrownBy(() -> RelayKey.requireUnpublished(ChainStack.RELAY)).hasMessageContaining(ChainStack.RELAY);
    }

    @Test
    void keyIsNeverShown() {
        assertThat(AccountKey.of(ChainStack.RELAY_KEY)).hasToString("AccountKey[" + ChainStack.RELAY + "]");
        assertThatThrownBy(() -> AccountKey.of(ChainStack.RELAY_KEY + "0"))
                .hasMessageNotContaining(ChainStack.RELAY_KEY.substring(2, 20));
    }
}

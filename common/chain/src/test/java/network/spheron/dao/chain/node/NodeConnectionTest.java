package network.spheron.dao.chain.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.fixture.ChainStack;
import network.spheron.dao.chain.fixture.FaultyWire;
import network.spheron.dao.chain.fixture.FaultyWire.Loss;
import network.spheron.dao.testing.TestChain;
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
    void keyIsNeverShown() {
        assertThat(AccountKey.of(ChainStack.RELAY_KEY)).hasToString("AccountKey[" + ChainStack.RELAY + "]");
        assertThatThrownBy(() -> AccountKey.of(ChainStack.RELAY_KEY + "0"))
                .hasMessageNotContaining(ChainStack.RELAY_KEY.substring(2, 20));
    }
}

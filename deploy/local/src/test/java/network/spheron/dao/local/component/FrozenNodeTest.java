package network.spheron.dao.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import network.spheron.dao.local.Installation;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.process.ProcessComponent;
import network.spheron.dao.local.process.Quiet;
import network.spheron.dao.local.process.Workspace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrozenNodeTest {
    @TempDir
    Path directory;

    @Test
    void hasTheSavedChainAndFallsBehind() {
        Ports ports = new Ports(DataDirectory.open(directory.resolve("data")));
        NodeRpc live = new NodeRpc(URI.create("http://127.0.0.1:" + ports.any("chain")));
        NodeRpc frozen = new NodeRpc(URI.create("http://127.0.0.1:" + ports.any("chain-frozen")));
        Workspace workspace = Quiet.in(directory);
        Path chain = directory.resolve("chain");
        Path program = Installation.current().anvil();
        LocalClock clock = new LocalClock(live, directory.resolve("clock"), Clock.systemUTC());
        Anvil anvil = new Anvil(workspace, program, chain, live, clock);
        FrozenNode behind = new FrozenNode(
                "chain-frozen", workspace, program, chain, frozen.url().getPort());
        try {
            start(anvil);
            live.call("anvil_mine", 5);
            anvil.stop(); // Saves everything.
            start(anvil);
            start(behind);
            long saved = head(frozen);

            live.call("anvil_mine", 5);

            assertThat(saved).isGreaterThanOrEqualTo(5);
            assertThat(hashOfBlock(frozen, saved)).isEqualTo(hashOfBlock(live, saved));
            assertThat(head(live)).isGreaterThanOrEqualTo(saved + 5);
            assertThat(head(frozen)).isEqualTo(saved);
        } finally {
            behind.stop();
            anvil.stop();
        }
    }

    private static void start(ProcessComponent node) {
        node.start();
        node.await();
    }

    private static long head(NodeRpc node) {
        return Long.decode(node.call("eth_blockNumber").asText());
    }

    private static String hashOfBlock(NodeRpc node, long number) {
        return node.call("eth_getBlockByNumber", "0x" + Long.toHexString(number), false)
                .get("hash")
                .asText();
    }
}

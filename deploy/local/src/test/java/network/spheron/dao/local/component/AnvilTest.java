package network.spheron.dao.local.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import network.spheron.dao.local.Installation;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.Quiet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnvilTest {
    private static final int RESTARTS = 6;

    @TempDir
    Path directory;

    private NodeRpc node;
    private Anvil anvil;

    @BeforeEach
    void start() {
        node = new NodeRpc(URI.create(
                "http://127.0.0.1:" + new Ports(DataDirectory.open(directory.resolve("data"))).any("chain")));
        LocalClock clock = new LocalClock(node, directory.resolve("clock"), Clock.systemUTC());
        anvil = new Anvil(Quiet.in(directory), Installation.current().anvil(), directory.resolve("chain"), node, clock);
        anvil.start();
        anvil.await();
    }

    @AfterEach
    void stop() {
        anvil.stop();
    }

    @Test
    void blockZeroStaysTheSameOverManyStarts() {
        String first = hashOfBlockZero();
        for (int restart = 0; restart < RESTARTS; restart++) {
            node.call("anvil_mine", 1);

            anvil.stop();
            anvil.start();
            anvil.await();

            assertThat(hashOfBlockZero()).isEqualTo(first);
        }
    }

    @Test
    void halfAChainIsNotStartedFrom() throws IOException {
        anvil.stop();
        Path saved = directory.resolve("chain").resolve(Anvil.STATE_FILE);
        String whole = Files.readString(saved);
        Files.writeString(saved, whole.substring(0, whole.length() / 2));

        assertThatThrownBy(() -> anvil.start())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("state.json is damaged");
        assertThat(saved).hasSize(whole.length() / 2);
    }

    private String hashOfBlockZero() {
        return node.call("eth_getBlockByNumber", "0x0", false).get("hash").asText();
    }
}

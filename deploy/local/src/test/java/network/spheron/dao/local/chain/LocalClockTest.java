package network.spheron.dao.local.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import network.spheron.dao.local.Installation;
import network.spheron.dao.local.component.Anvil;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.process.Console;
import network.spheron.dao.local.process.PidFiles;
import network.spheron.dao.local.process.Workspace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of a real node, over restarts. */
class LocalClockTest {
    private static final Duration A_WEEK = Duration.ofDays(7);

    @TempDir
    Path directory;

    private NodeRpc node;
    private LocalClock clock;
    private Anvil anvil;

    @BeforeEach
    void startNode() {
        int port = new Ports(DataDirectory.open(directory)).any("chain");
        node = new NodeRpc(URI.create("http://127.0.0.1:" + port));
        clock = new LocalClock(node, directory.resolve("clock"), Clock.systemUTC());
        Console silent =
                Console.of(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, Set.of());
        Workspace workspace = new Workspace(new PidFiles(directory.resolve("run")), directory.resolve("logs"), silent);
        anvil = new Anvil(workspace, Installation.current().anvil(), directory.resolve("chain"), node, clock);
        anvil.start();
        anvil.await();
    }

    @AfterEach
    void stopNode() {
        anvil.stop();
    }

    @Test
    void movedTimeIsFinalAtOnce() {
        Instant before = clock.now();

        clock.advance(A_WEEK);

        String finalTime = node.call("eth_getBlockByNumber", "finalized", false)
                .path("timestamp")
                .asText();
        assertThat(Instant.ofEpochSecond(Long.decode(finalTime))).isAfterOrEqualTo(before.plus(A_WEEK));
    }

    @Test
    void offsetSurvivesARestartOfTheNode() {
        Instant moved = clock.advance(A_WEEK);

        anvil.stop();
        anvil.start();
        anvil.await();
        node.call("anvil_mine", 1);

        assertThat(clock.now()).isAfterOrEqualTo(moved);
        assertThat(clock.now()).isCloseTo(Instant.now().plus(A_WEEK), within(10, ChronoUnit.SECONDS));
        assertThat(clock.offset()).isEqualTo(A_WEEK);
    }

    @Test
    void clockNeverMovesBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}

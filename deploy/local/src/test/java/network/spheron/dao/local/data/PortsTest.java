package network.spheron.dao.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import network.spheron.dao.local.process.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {
    @TempDir
    Path directory;

    @Test
    void fixedPortHeldByAnotherProgramIsReportedWithItsNumber() throws IOException {
        Ports ports = new Ports(DataDirectory.open(directory));
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            assertThatThrownBy(() -> ports.fixed("proxy", Optional.of(port), 8080))
                    .isInstanceOfSatisfying(
                            CannotStart.class,
                            refusal -> assertThat(refusal.getExitCode()).isEqualTo(CannotStart.REFUSED))
                    .hasMessageContaining("port " + port + " ")
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void portsAreTheSameAfterARestart() {
        Ports before = new Ports(DataDirectory.open(directory));
        int chain = before.any("chain");
        int proxy = before.fixed("proxy", Optional.of(before.any("free")), 8080);

        Ports after = new Ports(DataDirectory.open(directory));

        assertThat(after.any("chain")).isEqualTo(chain);
        assertThat(after.fixed("proxy", Optional.empty(), 8080)).isEqualTo(proxy);
    }

    @Test
    void internalPortThatIsTakenMeanwhileIsReplaced() throws IOException {
        int before = new Ports(DataDirectory.open(directory)).any("chain");
        try (ServerSocket other = new ServerSocket(before, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new Ports(DataDirectory.open(directory)).any("chain")).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void portsAreNoneThatAConnectionMayTakeMeanwhile() {
        Ports ports = new Ports(DataDirectory.open(directory));

        assertThat(IntStream.range(0, 20).map(each -> ports.any("port" + each)))
                .doesNotHaveDuplicates()
                .allMatch(port -> port < 32_768);
    }
}

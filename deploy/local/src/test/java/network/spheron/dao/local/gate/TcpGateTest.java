package network.spheron.dao.local.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpGateTest {
    private static final int LONG_MILLIS = 10_000;
    private static final int SHORT_MILLIS = 300;

    private final TcpGate gate = new TcpGate("test");
    private Echo echo;
    private int port;

    @BeforeEach
    void openGate() throws IOException {
        echo = new Echo();
        port = gate.open(echo.port());
    }

    @AfterEach
    void endEcho() throws IOException {
        gate.cut();
        echo.close();
    }

    @Test
    void whatIsSentArrivesAndTheEndToo() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write("spheron".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).asString().isEqualTo("spheron");
        }
    }

    @Test
    void cutEndsWhatStandsAndLetsTheNextThrough() throws IOException {
        try (Socket before = connect()) {
            assertThat(echoes(before, 1)).isTrue();

            gate.cut();

            assertThatThrownBy(() -> echoes(before, 2)).isInstanceOf(SocketException.class);
        }
        try (Socket after = connect()) {
            assertThat(echoes(after, 3)).isTrue();
        }
        assertThat(gate.connections()).isLessThanOrEqualTo(1);
    }

    @Test
    void refusedConnectionsAreResetUntilTheGatePasses() throws IOException {
        gate.refuse();
        assertThatThrownBy(() -> {
                    try (Socket refused = connect()) {
                        echoes(refused, 1);
                    }
                })
                .isInstanceOf(SocketException.class);

        gate.pass();

        try (Socket accepted = connect()) {
            assertThat(echoes(accepted, 1)).isTrue();
        }
    }

    @Test
    void whatIsHeldIsNotLost() throws IOException {
        try (Socket socket = connect()) {
            assertThat(echoes(socket, 1)).isTrue();
            gate.hold();
            socket.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> echoes(socket, 2)).isInstanceOf(SocketTimeoutException.class);

            gate.pass();

            socket.setSoTimeout(LONG_MILLIS);
            assertThat(socket.getInputStream().read()).isEqualTo(2);
        }
    }

    @Test
    void newConnectionsAreHeldToo() throws IOException {
        gate.hold();
        try (Socket socket = connect()) {
            socket.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> echoes(socket, 1)).isInstanceOf(SocketTimeoutException.class);

            gate.pass();

            socket.setSoTimeout(LONG_MILLIS);
            assertThat(socket.getInputStream().read()).isEqualTo(1);
        }
    }

    @Test
    void everyPieceIsDelayed() throws IOException {
        gate.delay(Duration.ofMillis(SHORT_MILLIS));
        try (Socket socket = connect()) {
            long begun = System.nanoTime();
            assertThat(echoes(socket, 1)).isTrue();
            // Once there and once back, and once for the connection.
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(2 * SHORT_MILLIS));
        }
    }

    @Test
    void anotherTargetIsTakenByTheNextConnection() throws IOException {
        try (Echo other = new Echo()) {
            echo.close();
            assertThat(gate.open(other.port())).isEqualTo(port);
            try (Socket socket = connect()) {
                assertThat(echoes(socket, 1)).isTrue();
            }
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LONG_MILLIS);
        return socket;
    }

    private static boolean echoes(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new SocketException("ended");
        }
        return answer == value;
    }
}

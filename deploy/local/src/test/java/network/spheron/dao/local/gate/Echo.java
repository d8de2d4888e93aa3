package network.spheron.dao.local.gate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A server that sends back whatever it is sent. */
final class Echo implements AutoCloseable {
    private final ServerSocket door;

    Echo() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Threads.start("echo", this::acceptAll);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void acceptAll() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Threads.start("echo", () -> answer(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // The client left; that is its business.
        }
    }
}

package network.spheron.dao.local.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Passes TCP connections on to a port of this computer, and can cut, refuse, hold or delay them. */
public final class TcpGate {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final String name;
    private final Valve valve = new Valve();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile boolean refusing;
    private volatile int target;
    private @Nullable ServerSocket door;

    /** @param name for the names of its threads */
    public TcpGate(String name) {
        this.name = name;
    }

    /**
     * Leads to this port of the loopback address from now on; connections that stand are left alone.
     *
     * @return the gate's own port, which stays the same
     */
    public synchronized int open(int port) {
        target = port;
        try {
            if (door == null) {
                ServerSocket opened = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
                door = opened;
                Threads.start(name + "-gate", () -> acceptAll(opened));
            }
            return door.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets everything through again, that which was held first. */
    public void pass() {
        refusing = false;
        valve.open();
    }

    /** Resets every connection that stands; new ones are let through. */
    public void cut() {
        links.forEach(Link::reset);
    }

    /** Resets every connection that stands, and every new one as soon as it is made. */
    public void refuse() {
        refusing = true;
        cut();
    }

    /** Nothing gets through in either direction and nobody is told, as when a cable is pulled; nothing is lost either. */
    public void hold() {
        valve.close();
    }

    /** Every piece of data waits this long before it goes on. */
    public void delay(Duration wait) {
        valve.delay(wait);
    }

    /** How many connections stand now. */
    public int connections() {
        return links.size();
    }

    private void acceptAll(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                accept(opened.accept());
            } catch (IOException refused) {
                // The one connection that failed is closed by now; the next may succeed.
            }
        }
    }

    private void accept(Socket client) throws IOException {
        if (refusing) {
            reset(client);
            return;
        }
        // In its own thread: what is held must not keep others from being accepted.
        Threads.start(name + "-gate", () -> connect(client));
    }

    private void connect(Socket client) {
        try {
            valve.await();
            Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), target));
            links.add(link);
            if (refusing) {
                link.reset();
                return;
            }
            Threads.start(name + "-gate-back", () -> link.pump(link.server, link.client));
            link.pump(link.client, link.server);
        } catch (IOException notThere) {
            reset(client);
        }
    }

    private static void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // It is closed, which is what was wanted.
        }
    }

    private final class Link {
        private final Socket client;
        private final Socket server;

        Link(Socket client, Socket server) throws SocketException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void reset() {
            links.remove(this);
            TcpGate.reset(client);
            TcpGate.reset(server);
        }

        /** Until one side is done; the other direction may go on. */
        void pump(Socket from, Socket to) {
            byte[] buffer = new byte[BUFFER_BYTES];
            try {
                for (int count = from.getInputStream().read(buffer);
                        count >= 0;
                        count = from.getInputStream().read(buffer)) {
                    valve.await();
                    to.getOutputStream().write(buffer, 0, count);
                }
                valve.await();
                to.shutdownOutput();
                if (from.isOutputShutdown()) {
                    close();
                }
            } catch (IOException broken) {
                reset();
            }
        }

        private void close() throws IOException {
            links.remove(this);
            client.close();
            server.close();
        }
    }
}

package network.spheron.dao.local.data;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import network.spheron.dao.local.process.CannotStart;

/** TCP ports on the loopback address: free ones, the same again after a restart if possible. */
public final class Ports {
    /** Linux takes the ports of outgoing connections from 32768 on: one of those may be in use when its listener comes. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_768;
    private static final int MOST_ATTEMPTS = 1_000;

    private final Random random = new Random();
    private final Settings settings;
    private final Set<Integer> given = new HashSet<>();

    public Ports(DataDirectory data) {
        this.settings = new Settings(data.resolve("ports.properties"));
    }

    /** A port for an internal listener: the one it had before, or another if that is taken now. */
    public synchronized int any(String name) {
        int port = remembered(name)
                .filter(before -> !given.contains(before) && isFree(before))
                .orElseGet(this::free);
        return give(name, port);
    }

    /**
     * A port that people and other programs know: the wished one, else the one it had before, else the default. Who wishes
     * for port 0 takes any free one.
     *
     * @throws CannotStart when another program holds it
     */
    public synchronized int fixed(String name, Optional<Integer> wished, int byDefault) {
        if (wished.equals(Optional.of(0))) {
            return any(name);
        }
        int port = wished.or(() -> remembered(name)).orElse(byDefault);
        if (!isFree(port)) {
            throw new CannotStart(
                    CannotStart.REFUSED,
                    "port " + port + " (" + name + ") is held by another program; stop that, or choose another port"
                            + " with --port");
        }
        return give(name, port);
    }

    /** The port that it had when it was last started. */
    public Optional<Integer> remembered(String name) {
        return settings.get(name).map(Integer::valueOf);
    }

    private int give(String name, int port) {
        given.add(port);
        settings.put(name, Integer.toString(port));
        return port;
    }

    private int free() {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            int port = LOWEST + random.nextInt(HIGHEST - LOWEST);
            if (!given.contains(port) && isFree(port)) {
                return port;
            }
        }
        throw new CannotStart(CannotStart.REFUSED, "no port between " + LOWEST + " and " + HIGHEST + " is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

package network.spheron.dao.browser;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import network.spheron.dao.journey.JobRun;
import network.spheron.dao.journey.Journey;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.Stack;
import network.spheron.dao.local.StackOptions;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.process.Console;

/** The one platform of all tests: started with the first that asks for it, stopped with the virtual machine. */
final class ThePlatform {
    private static final ThePlatform INSTANCE = new ThePlatform();

    private final NodeGate gate = new NodeGate();
    private final Platform platform;
    private final Journey.Outcome sample;

    private ThePlatform() {
        Path data = Path.of("target", "platform").toAbsolutePath();
        discard(data);
        Console console = Console.of(System.out, false, Set.of());
        platform = Stack.start(
                data,
                StackOptions.standard()
                        .withPort(freePort())
                        .withConsole(console)
                        .withNodeBehind(gate::to));
        sample = new JobRun(platform, System.out).sample();
    }

    static Platform platform() {
        return INSTANCE.platform;
    }

    static NodeGate gate() {
        return INSTANCE.gate;
    }

    /** The sample job's outcome; it is run once, before the first test. */
    static Journey.Outcome sample() {
        return INSTANCE.sample;
    }

    static Journey.Showcase showcase() {
        return sample().showcase().orElseThrow();
    }

    /** The node itself, past the gate. */
    static NodeRpc node() {
        return new NodeRpc(platform().rpcUrl());
    }

    static JobRun jobs(PrintStream out) {
        return new JobRun(platform(), out);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void discard(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        try (var paths = Files.walk(data)) {
            paths.sorted(java.util.Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

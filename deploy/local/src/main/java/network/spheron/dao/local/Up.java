package network.spheron.dao.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import network.spheron.dao.local.process.CannotStart;

/** {@code deploy/up}: starts the platform and keeps it up until Ctrl-C. */
public final class Up {
    private Up() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            CommandLine line = CommandLine.parse(arguments);
            StackOptions options =
                    line.port().map(StackOptions.standard()::withPort).orElseGet(StackOptions::standard);
            Path data = line.data().orElseGet(() -> Installation.current().defaultData());
            Platform platform = Stack.start(data, options);
            options.console().say(Summary.of(platform));
            new CountDownLatch(1).await();
        } catch (CannotStart e) {
            System.err.println(e.getMessage());
            System.exit(e.exitCode());
        }
    }
}

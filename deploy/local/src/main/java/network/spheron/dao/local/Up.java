package network.spheron.dao.local;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code deploy/up}: starts the platform and keeps it up until Ctrl-C. */
@Command(
        name = "deploy/up",
        mixinStandardHelpOptions = true,
        description = "Starts the whole platform on this computer and keeps it up until Ctrl-C.")
final class Up implements Callable<Integer> {
    @Mixin
    private final PlatformOptions given = new PlatformOptions();

    public static void main(String[] arguments) {
        System.exit(Commands.run(new Up(), arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        StackOptions options = given.applyTo(StackOptions.standard());
        Platform platform = Stack.start(given.data(), options);
        options.console().say(Summary.of(platform));
        new CountDownLatch(1).await();
        return 0;
    }
}

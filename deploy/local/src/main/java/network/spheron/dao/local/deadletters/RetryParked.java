package network.spheron.dao.local.deadletters;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import network.spheron.dao.messaging.ParkedAggregates;
import network.spheron.dao.messaging.ParkedAggregates.Parked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deploy/dead-letters retry}: the service tries the aggregate's events again, in order. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = {
            "Has the service try an aggregate's events again, in order, and waits for the result.",
            "Ends with 1 when the aggregate stays parked."
        })
final class RetryParked implements Callable<Integer> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    @Mixin
    private final AboutAggregate aggregate;

    @Option(names = "--wait", paramLabel = "SECONDS", description = "how long to wait for it (default: 30)")
    private int seconds = 30;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RetryParked(Map<String, String> environment) {
        this.aggregate = new AboutAggregate(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (seconds < 0) throw new ParameterException(spec.commandLine(), "--wait is a number of seconds");
        ParkedAggregates parked = aggregate.place().parked();
        parked.retry(aggregate.topic(), aggregate.aggregateId());
        Optional<Parked> left = afterwards(parked);
        PrintWriter out = spec.commandLine().getOut();
        if (left.isEmpty()) {
            out.println(aggregate + " is handled.");
            return 0;
        }
        if (left.get().isAskedFor()) {
            out.println(aggregate + " was not tried within " + seconds + " s; the service tries it once it runs.");
        } else {
            out.println(aggregate + " stays parked with " + left.get().events() + " events: "
                    + Text.line(left.get().reason()));
        }
        return 1;
    }

    /** What is left once the service has tried, or the time is over. */
    private Optional<Parked> afterwards(ParkedAggregates parked) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (true) {
            Optional<Parked> now = parked.find(aggregate.topic(), aggregate.aggregateId());
            if (now.isEmpty() || !now.get().isAskedFor() || System.nanoTime() >= deadline) {
                return now;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}

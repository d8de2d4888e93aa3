package network.spheron.dao.browser;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Kills services in the middle of a job, by {@code SIGKILL}, and starts each again at once. */
final class Kills implements AutoCloseable {
    private static final long SEED = 20_260_917L;
    /** The first step is never reached by a kill, and the job is over after about this many lines. */
    private static final int FIRST_LINE = 3;

    private static final int LAST_LINE = 22;
    private static final int LATEST_MILLIS = 1_500;
    private static final int MOST_ATTEMPTS = 10;

    private final PrintStream out = System.out;
    private final Random random = new Random(SEED);
    private final Map<Integer, String> victims = new HashMap<>();
    private final Collection<String> killed = new ConcurrentLinkedQueue<>();
    private final Collection<Future<?>> pending = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
    private int linesSeen;

    private Kills() {}

    /** Each service once, after a line of the job's output and a while that chance decides. */
    static Kills atRandomMoments() {
        Kills kills = new Kills();
        for (String service : List.of("governance", "marketplace", "treasury")) {
            int line;
            do {
                line = kills.random.nextInt(FIRST_LINE, LAST_LINE);
            } while (kills.victims.containsKey(line));
            kills.victims.put(line, service);
        }
        kills.out.println("  faults with seed " + SEED + ", by line of output: " + kills.victims);
        return kills;
    }

    /** Kills a service as soon as something has happened, and then does this before it is started again. */
    void once(CompletableFuture<?> happened, String service, Runnable meanwhile) {
        pending.add(happened.thenRunAsync(() -> kill(service, meanwhile), killer));
    }

    /** Where the job prints its steps, so that kills follow its course. */
    PrintStream lines() {
        return new PrintStream(
                new FilterOutputStream(out) {
                    @Override
                    public void write(int character) throws IOException {
                        super.write(character);
                        if (character == '\n') {
                            lineEnded();
                        }
                    }

                    @Override
                    public void close() throws IOException {
                        flush();
                    }
                },
                true,
                StandardCharsets.UTF_8);
    }

    /** Takes the job up again as often as a fault stops it. */
    <T> T survive(Supplier<T> job) {
        for (int attempt = 1; ; attempt++) {
            try {
                return job.get();
            } catch (RuntimeException stopped) {
                if (attempt == MOST_ATTEMPTS || killed.isEmpty()) {
                    throw stopped;
                }
                out.println("  the job stopped: " + stopped.getMessage());
                awaitRestarts();
            }
        }
    }

    Collection<String> killed() {
        return List.copyOf(killed);
    }

    @Override
    public void close() {
        killer.shutdownNow();
    }

    private synchronized void lineEnded() {
        String victim = victims.remove(++linesSeen);
        if (victim != null) {
            pending.add(killer.schedule(
                    () -> kill(victim, () -> {}), random.nextInt(LATEST_MILLIS), TimeUnit.MILLISECONDS));
        }
    }

    private void kill(String service, Runnable meanwhile) {
        long pid = Objects.requireNonNull(ThePlatform.platform().pids().get(service), service);
        ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
        killed.add(service); // before the job can notice
        process.destroyForcibly();
        process.onExit().join();
        out.println("  killed " + service);
        meanwhile.run();
        ThePlatform.platform().restart(service);
        out.println("  " + service + " is back");
    }

    /** Waits for the kill that is under way, if one is; those to come are waited for in their turn. */
    private void awaitRestarts() {
        try {
            killer.submit(() -> {}).get(1, TimeUnit.MINUTES);
            for (Future<?> each : pending) {
                if (each.isDone()) {
                    each.get();
                }
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("a killed service did not come back", e);
        }
    }
}

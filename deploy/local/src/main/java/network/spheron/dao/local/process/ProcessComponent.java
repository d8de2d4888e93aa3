package network.spheron.dao.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A component that is a child process. */
public abstract class ProcessComponent implements Component {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final Workspace workspace;
    private final LogFile log;
    private volatile Map<String, String> overrides = Map.of();
    private volatile @Nullable Process process;

    protected ProcessComponent(String name, Workspace workspace) {
        this.name = name;
        this.workspace = workspace;
        this.log = new LogFile(name, workspace.logs(), workspace.console());
    }

    /** Prepares what the program needs and says how to start it. */
    protected abstract Launch launch() throws IOException;

    /** Whether the program answers now; a failure to connect counts as not yet. */
    protected abstract boolean answers() throws Exception;

    /** The signal on which this program ends in order. */
    protected String stopSignal() {
        return "TERM";
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void start() {
        try {
            Launch launch = launch();
            ProcessBuilder builder = new ProcessBuilder(inOwnSession(launch.command()))
                    .directory(launch.directory().toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(launch.environment());
            builder.environment().putAll(overrides);
            Process started = builder.start();
            process = started;
            workspace.pids().record(name, started.pid());
            log.follow(started.getInputStream(), () -> reportEnd(started));
        } catch (IOException e) {
            throw new CannotStart(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public final void await() {
        Process started = process;
        if (started == null) {
            throw new IllegalStateException(name + " was not started");
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!answersNow()) {
                if (started.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw failed("ended with exit code " + started.exitValue());
                }
                if (System.nanoTime() > deadline) {
                    throw failed("did not answer within " + PATIENCE.toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(name + " was interrupted", e);
        }
        // Another program on the same port may have answered in its place.
        if (!started.isAlive()) {
            throw failed("ended with exit code " + started.exitValue());
        }
    }

    @Override
    public final void stop() {
        Process started = process;
        if (started != null) {
            process = null;
            Termination.end(started.toHandle(), stopSignal());
            workspace.pids().forget(name);
        }
    }

    /** What the next starts give the program besides its own environment, in place of what was said before. */
    public final void override(Map<String, String> environment) {
        overrides = Map.copyOf(environment);
    }

    /** Ends the program by SIGKILL, and returns when it is gone; what it started itself is left to notice that. */
    public final void kill() {
        Process started = process;
        if (started != null) {
            process = null;
            List<ProcessHandle> children = started.descendants().toList();
            started.destroyForcibly();
            Termination.awaitEnd(started.toHandle(), children);
            workspace.pids().forget(name);
        }
    }

    /** Stops the program and all that it started in their tracks; their connections stay open and silent. */
    public final void pause() {
        signalAll("STOP");
    }

    /** Lets a paused program go on. */
    public final void resume() {
        signalAll("CONT");
    }

    @Override
    public final Optional<ProcessHandle> process() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
    }

    private void signalAll(String signal) {
        ProcessHandle running = process().orElseThrow(() -> new IllegalStateException(name + " does not run"));
        Termination.signal(running, signal);
        running.descendants().forEach(child -> Termination.signal(child, signal));
    }

    /** Says so when a process ends that nobody stopped. */
    private void reportEnd(Process ended) {
        if (ended.equals(process)) {
            workspace.console().progress(name, "has ended, and nobody stopped it");
        }
    }

    /** In its own session a child does not get the Ctrl-C of the terminal, so that the order of stopping is ours. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> whole = new ArrayList<>(List.of("setsid"));
        whole.addAll(command);
        return whole;
    }

    private boolean answersNow() {
        try {
            return answers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception notYet) {
            return false;
        }
    }

    private CannotStart failed(String how) {
        return new CannotStart(CannotStart.FAILED, name + " " + how + "; " + log.pointer());
    }
}

package network.spheron.dao.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A process that says on its output when it is ready, and that ends with this JVM. */
final class ChildProcess implements AutoCloseable {
    private static final int KEPT_LINES = 40;
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Thread hook = new Thread(this::end, "end-child-process");

    /**
     * Starts the command and waits until a line of its output yields a value.
     *
     * @throws IllegalStateException with the last lines of its output when it ends or stays silent instead
     */
    static Started start(List<String> command, Function<String, Optional<String>> readiness) {
        ChildProcess child = new ChildProcess(command, readiness);
        try {
            return new Started(child, child.ready.get(START_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            child.close();
            throw new IllegalStateException("interrupted while starting " + command.get(0), e);
        } catch (ExecutionException | TimeoutException e) {
            child.close();
            throw new IllegalStateException(command.get(0) + " does not start:\n" + child.output(), e);
        }
    }

    /** A child and what it said when it was ready. */
    record Started(ChildProcess process, String answer) {}

    private ChildProcess(List<String> command, Function<String, Optional<String>> readiness) {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
        Runtime.getRuntime().addShutdownHook(hook);
        Thread reader = new Thread(() -> read(readiness), "read-child-process");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Function<String, Optional<String>> readiness) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                keep(line);
                readiness.apply(line).ifPresent(ready::complete);
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("it ended"));
    }

    private synchronized void keep(String line) {
        lastLines.add(line);
        if (lastLines.size() > KEPT_LINES) {
            lastLines.remove();
        }
    }

    private synchronized String output() {
        return String.join("\n", lastLines);
    }

    private void end() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        end();
    }
}

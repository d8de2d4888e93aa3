package network.spheron.dao.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends a process: politely first, by force when it does not listen. */
final class Termination {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private Termination() {}

    static void end(ProcessHandle process) {
        end(process, "TERM");
    }

    /** Sends the named signal and waits; what is still there after the grace period is killed. */
    static void end(ProcessHandle process, String signal) {
        signal(process, signal);
        // A paused process hears of it only when it goes on.
        signal(process, "CONT");
        if (!gone(process)) {
            process.destroyForcibly();
            gone(process);
        }
    }

    /** Waits until a killed process and its children are gone; children that stay are killed too. */
    static void awaitEnd(ProcessHandle process, List<ProcessHandle> children) {
        gone(process);
        for (ProcessHandle child : children) {
            if (!gone(child)) {
                child.destroyForcibly();
                gone(child);
            }
        }
    }

    /** Sends the named signal and does not wait for what it does. */
    static void signal(ProcessHandle process, String signal) {
        try {
            new ProcessBuilder("kill", "-s", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean gone(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package network.spheron.dao.local.component;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import network.spheron.dao.local.process.CannotStart;

/** Programs that run to their end before anything else goes on. */
final class OneShot {
    private OneShot() {}

    static void run(List<String> command) {
        run(command, Map.of());
    }

    /** Runs a program and fails with its output unless it succeeds. */
    static void run(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new CannotStart(
                        CannotStart.FAILED, command.get(0) + " ended with exit code " + exitCode + ":\n" + output);
            }
        } catch (IOException e) {
            throw new CannotStart(command.get(0) + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(command.get(0) + " was interrupted", e);
        }
    }
}

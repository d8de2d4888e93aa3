package network.spheron.dao.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Forge and cast, as the build has unpacked them, and the module's own scripts. */
record Tool(int exitCode, String output) {
    static final Path MODULE = Path.of("").toAbsolutePath();

    /** What cast prints. */
    static String cast(String... arguments) {
        Tool run = run("cast", arguments);
        if (run.exitCode != 0) throw new IllegalArgumentException(run.output);
        return run.output.strip();
    }

    static Tool run(String name, String... arguments) {
        return runScript("node_modules/@foundry-rs/" + name + "-linux-amd64/bin/" + name, arguments);
    }

    /** Runs an executable of the module. */
    static Tool runScript(String path, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(MODULE.resolve(path).toString());
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(MODULE.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Tool(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

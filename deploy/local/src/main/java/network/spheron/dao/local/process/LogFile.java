package network.spheron.dao.local.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The log of one component: a file, the one of the run before kept beside it, and a copy to the console. */
final class LogFile {
    private static final int TAIL_LINES = 15;

    private final String component;
    private final Path file;
    private final Console console;

    LogFile(String component, Path directory, Console console) {
        this.component = component;
        this.file = directory.resolve(component + ".log");
        this.console = console;
    }

    /** Copies everything that comes from this stream, until it ends, in a thread of its own; then does what is given. */
    void follow(InputStream output, Runnable atEnd) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                Path previous = file.resolveSibling(component + ".previous.log");
                Files.move(file, previous, StandardCopyOption.REPLACE_EXISTING);
            }
            BufferedWriter writer = Files.newBufferedWriter(file);
            Thread copier = new Thread(
                    () -> {
                        copy(output, writer);
                        atEnd.run();
                    },
                    component + "-log");
            copier.setDaemon(true);
            copier.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to look after a failure: the file's name and its last lines, unless they were on the console anyway. */
    String pointer() {
        return console.shows(component) ? "see " + file : "the last lines of " + file + ":\n" + tail();
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "";
        }
    }

    private void copy(InputStream output, BufferedWriter writer) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
                writer) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                writer.write(line);
                writer.newLine();
                writer.flush();
                console.log(component, line);
            }
        } catch (IOException ended) {
            console.log(component, "log ended: " + ended.getMessage());
        }
    }
}

package network.spheron.dao.faults.infrastructure;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file system of a few megabytes in memory, which can be filled up. */
final class SmallDisk {
    private static final String SIZE = "size=32m,mode=0700";
    private static final String FILLER = "filler";

    private final Path path;

    SmallDisk(Path path) {
        this.path = path;
    }

    /** Why there can be none on this computer, if so. */
    static Optional<String> lacks() {
        try {
            SmallDisk trial = new SmallDisk(Files.createTempDirectory("small-disk"));
            try {
                trial.mount();
                trial.unmount();
                return Optional.empty();
            } catch (IllegalStateException refused) {
                return Optional.of("root is needed to mount a small file system");
            } finally {
                Files.deleteIfExists(trial.path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return path;
    }

    void mount() {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(List.of("mount", "-t", "tmpfs", "-o", SIZE, "tmpfs", path.toString()));
    }

    void unmount() {
        run(List.of("umount", path.toString()));
    }

    /** Takes all the room that is left. */
    void fill() {
        byte[] page = new byte[4096];
        try (OutputStream filler = Files.newOutputStream(path.resolve(FILLER))) {
            while (true) {
                filler.write(page);
            }
        } catch (IOException full) {
            // That is what was wanted.
        }
    }

    /** Gives the room back. */
    void empty() {
        try {
            Files.deleteIfExists(path.resolve(FILLER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + output);
            }
        } catch (IOException e) {
            throw new IllegalStateException(command.get(0) + " cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

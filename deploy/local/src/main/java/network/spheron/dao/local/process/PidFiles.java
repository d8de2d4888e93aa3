package network.spheron.dao.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Remembers which processes a data directory started, so that a later start finds what a crashed one left behind. */
public final class PidFiles {
    private static final String SUFFIX = ".pid";

    private final Path directory;

    public PidFiles(Path directory) {
        this.directory = directory;
    }

    /** Records a process that runs under this name from now on. */
    public void record(String name, long pid) {
        ProcessIdentity.of(pid).ifPresent(identity -> {
            try {
                Files.createDirectories(directory);
                Files.writeString(file(name), identity.line());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Forgets a process that has ended. */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The recorded process under this name, if it is still the same and runs. */
    public Optional<ProcessHandle> running(String name) {
        return read(file(name)).flatMap(ProcessIdentity::running);
    }

    /** Stops the recorded process under this name, if it is still the same and runs. */
    public void stop(String name) {
        running(name).ifPresent(Termination::end);
        forget(name);
    }

    /** Stops everything recorded here that still runs, the latest started first, and returns the names. */
    public List<String> stopOrphans() {
        List<String> orphans = newestFirst();
        List<String> found =
                orphans.stream().filter(name -> running(name).isPresent()).toList();
        orphans.forEach(this::stop);
        return found;
    }

    private List<String> newestFirst() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(PidFiles::writtenAt).reversed())
                    .map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessIdentity> read(Path file) {
        try {
            return Files.exists(file) ? ProcessIdentity.parse(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return directory.resolve(name + SUFFIX);
    }
}

package network.spheron.dao.local.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import network.spheron.dao.local.process.CannotStart;

/** The directory that holds everything the stack keeps. A marker file says that it is ours to write and to delete. */
public final class DataDirectory {
    private static final String MARKER = ".spheron-data";

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /**
     * Opens a directory that an earlier start made, or makes one.
     *
     * @throws CannotStart when the directory holds something else
     */
    public static DataDirectory open(Path path) {
        DataDirectory directory = new DataDirectory(path.toAbsolutePath().normalize());
        try {
            Files.createDirectories(directory.path);
            if (!directory.isOurs()) {
                if (!directory.isEmpty()) {
                    throw directory.foreign();
                }
                Files.writeString(directory.path.resolve(MARKER), "Made by deploy/up; deploy/reset deletes it.\n");
            }
        } catch (IOException e) {
            throw new CannotStart("the data directory " + directory.path + " cannot be used: " + e.getMessage(), e);
        }
        return directory;
    }

    /**
     * Opens a directory only if an earlier start made it.
     *
     * @return nothing when there is no such directory
     * @throws CannotStart when the directory was not made by this launcher
     */
    public static Optional<DataDirectory> existing(Path path) {
        DataDirectory directory = new DataDirectory(path.toAbsolutePath().normalize());
        if (!Files.exists(directory.path)) {
            return Optional.empty();
        }
        if (!directory.isOurs()) {
            throw directory.foreign();
        }
        return Optional.of(directory);
    }

    /**
     * An empty directory in place of what an earlier start left there.
     *
     * @throws CannotStart when the directory holds something else
     */
    public static Path fresh(Path path) {
        existing(path).ifPresent(DataDirectory::delete);
        return open(path).path();
    }

    public Path path() {
        return path;
    }

    /** A path below this directory. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** A directory below this one, made if need be. */
    public Path directory(String name) {
        try {
            return Files.createDirectories(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes the directory for this process, until what is returned is closed or the process ends.
     *
     * @return nothing if another launcher has it
     */
    public Optional<FileChannel> lock() {
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel)) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException sameProcess) {
            return false;
        }
    }

    /** Deletes the directory with everything in it; links are removed, not followed. */
    public void delete() {
        try {
            FileTree.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs() {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        }
    }

    private CannotStart foreign() {
        return new CannotStart(
                CannotStart.REFUSED, path + " was not made by deploy/up (no " + MARKER + " in it); it is left alone");
    }
}

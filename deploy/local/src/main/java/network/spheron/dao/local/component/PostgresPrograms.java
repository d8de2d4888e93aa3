package network.spheron.dao.local.component;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.spheron.dao.local.data.FileTree;
import network.spheron.dao.local.process.CannotStart;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar that carries them. */
public final class PostgresPrograms {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int OWNER_EXECUTE = 0100;

    private final Path home;

    private PostgresPrograms(Path home) {
        this.home = home;
    }

    /** The programs below this directory; unpacks them first if they are not there. */
    public static PostgresPrograms in(Path home) {
        if (!Files.exists(home)) {
            try {
                Path fresh = home.resolveSibling(
                        home.getFileName() + ".new-" + ProcessHandle.current().pid());
                FileTree.delete(fresh);
                unpack(fresh);
                Files.move(fresh, home);
            } catch (IOException e) {
                throw new CannotStart("PostgreSQL cannot be unpacked to " + home + ": " + e.getMessage(), e);
            }
        }
        return new PostgresPrograms(home);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it does not see that it does. */
    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = PostgresPrograms.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new FileNotFoundException(ARCHIVE + " is not on the class path");
            }
            try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(tar, entry, target.resolve(entry.getName()).normalize());
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file, permissions(entry.getMode()));
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        return PosixFilePermissions.fromString((mode & OWNER_EXECUTE) == 0 ? "rw-r--r--" : "rwxr-xr-x");
    }
}

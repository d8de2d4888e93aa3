package network.spheron.dao.local.process;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** A workspace whose components print nothing. */
public final class Quiet {
    private Quiet() {}

    /** Records and logs below this directory. */
    public static Workspace in(Path directory) {
        Console silent =
                Console.of(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false, Set.of());
        return new Workspace(new PidFiles(directory.resolve("run")), directory.resolve("logs"), silent);
    }
}

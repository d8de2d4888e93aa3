package network.spheron.dao.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A data directory of a stack that starts from nothing. */
final class FreshData {
    private FreshData() {}

    /** Makes this folder of the build an empty one. */
    static Path in(String name) {
        Path folder = Path.of(System.getProperty("root.dir", "."), "deploy", "browser", "target", name);
        try {
            if (Files.exists(folder)) {
                for (Path path : deepestFirst(folder)) {
                    Files.delete(path);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}

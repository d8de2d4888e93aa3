package network.spheron.dao.local.proxy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The route table: which component answers which path. The longest matching prefix wins; what no line names is not reachable. */
final class Routes {
    private final List<Route> longestFirst;

    Routes(List<Route> routes) {
        this.longestFirst = routes.stream()
                .sorted(Comparator.comparingInt((Route route) -> route.prefix().length())
                        .reversed())
                .toList();
    }

    /** The table in {@code routes.properties}. */
    static Routes load() {
        Properties lines = new Properties();
        try (InputStream file = Routes.class.getResourceAsStream("/routes.properties")) {
            if (file == null) {
                throw new FileNotFoundException("routes.properties is not on the class path");
            }
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Routes(lines.stringPropertyNames().stream()
                .map(prefix -> new Route(prefix, lines.getProperty(prefix)))
                .toList());
    }

    Optional<Route> match(String path) {
        return longestFirst.stream().filter(route -> route.matches(path)).findFirst();
    }
}

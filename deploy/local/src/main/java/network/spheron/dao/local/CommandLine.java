package network.spheron.dao.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.local.process.CannotStart;

/** The options of the launcher's commands. */
record CommandLine(Optional<Path> data, Optional<Integer> port) {
    private static final int HIGHEST_PORT = 65_535;

    /** @throws CannotStart for an option that is unknown, lacks its value or has one that does not fit */
    static CommandLine parse(String... arguments) {
        Optional<Path> data = Optional.empty();
        Optional<Integer> port = Optional.empty();
        Iterator<String> rest = List.of(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = Optional.of(Path.of(value(option, rest)));
                case "--port" -> port = Optional.of(port(value(option, rest)));
                default -> throw refused("unknown option " + option + "; known are --data DIR and --port NUMBER");
            }
        }
        return new CommandLine(data, port);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw refused(option + " needs a value");
        }
        return rest.next();
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > HIGHEST_PORT) {
            throw refused("--port must be a number from 1 to " + HIGHEST_PORT + ", not " + text);
        }
        return Integer.parseInt(text);
    }

    private static CannotStart refused(String message) {
        return new CannotStart(CannotStart.REFUSED, message);
    }
}

package network.spheron.dao.local;

import java.util.Optional;
import java.util.Set;
import network.spheron.dao.local.gate.Gates;
import network.spheron.dao.local.process.Console;

/**
 * What a caller decides about a stack.
 *
 * @param port the port of the one origin; the one it had before, else 8080, when empty
 * @param console where progress and logs go
 * @param gates what stands between the services and the database, the broker and the chain's node, if anything does
 */
public record StackOptions(Optional<Integer> port, Console console, Optional<Gates> gates) {
    /** The platform's services. */
    public static final Set<String> SERVICES = Set.of("governance", "marketplace", "treasury");

    /** Progress and the services' logs on standard output, coloured if the system property {@code coloured} says so. */
    public static StackOptions standard() {
        return new StackOptions(
                Optional.empty(), Console.of(System.out, Boolean.getBoolean("coloured"), SERVICES), Optional.empty());
    }

    public StackOptions withPort(int wished) {
        return new StackOptions(Optional.of(wished), console, gates);
    }

    /** Progress only; the logs are in files all the same. */
    public StackOptions withoutLogs() {
        return withConsole(Console.of(System.out, Boolean.getBoolean("coloured"), Set.of()));
    }

    public StackOptions withConsole(Console other) {
        return new StackOptions(port, other, gates);
    }

    /** Puts gates, which can be closed, between the services and what they build on. */
    public StackOptions withGates(Gates between) {
        return new StackOptions(port, console, Optional.of(between));
    }
}

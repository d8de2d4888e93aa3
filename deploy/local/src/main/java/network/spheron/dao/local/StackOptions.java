package network.spheron.dao.local;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import network.spheron.dao.local.process.Console;

/**
 * What a caller decides about a stack.
 *
 * @param port the port of the one origin; the one it had before, else 8080, when empty
 * @param console where progress and logs go
 * @param nodeOfServices the address at which the services reach the chain's node, given its own
 */
public record StackOptions(Optional<Integer> port, Console console, UnaryOperator<URI> nodeOfServices) {
    /** The platform's services. */
    public static final Set<String> SERVICES = Set.of("governance", "marketplace", "treasury");

    /** Progress and the services' logs on standard output, coloured if the system property {@code coloured} says so. */
    public static StackOptions standard() {
        return new StackOptions(
                Optional.empty(),
                Console.of(System.out, Boolean.getBoolean("coloured"), SERVICES),
                UnaryOperator.identity());
    }

    public StackOptions withPort(int wished) {
        return new StackOptions(Optional.of(wished), console, nodeOfServices);
    }

    /** Progress only; the logs are in files all the same. */
    public StackOptions withoutLogs() {
        return withConsole(Console.of(System.out, Boolean.getBoolean("coloured"), Set.of()));
    }

    public StackOptions withConsole(Console other) {
        return new StackOptions(port, other, nodeOfServices);
    }

    /** Puts something between the services and the chain's node, such as a gate that a test can close. */
    public StackOptions withNodeBehind(UnaryOperator<URI> gate) {
        return new StackOptions(port, console, gate);
    }
}

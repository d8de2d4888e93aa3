package network.spheron.dao.local;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that starts the platform for a person. */
public final class PlatformOptions {
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where the platform keeps its data (default: deploy/.data)")
    private Path data = Installation.current().defaultData();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    private @Nullable Integer port;

    /** Port 0 is any free one. */
    @Option(
            names = "--port",
            paramLabel = "NUMBER",
            description = "port of the portal; 0 takes any free one (default: the one it had before, else 8080)")
    void setPort(int wished) {
        if (wished < 0 || wished > HIGHEST_PORT) {
            throw new ParameterException(
                    java.util.Objects.requireNonNull(command).commandLine(),
                    "--port must be a number from 0 to " + HIGHEST_PORT + ", not " + wished);
        }
        port = wished;
    }

    /** Where the platform keeps its data. */
    public Path data() {
        return data;
    }

    /** These options with the wished port. */
    public StackOptions applyTo(StackOptions options) {
        return port == null ? options : options.withPort(port);
    }
}

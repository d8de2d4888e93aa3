package network.spheron.dao.figures;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deploy/bench}: measures, prints and reports, each figure as soon as it is known; it judges nothing. */
@QuarkusMain
@Command(
        name = "deploy/bench",
        mixinStandardHelpOptions = true,
        description = "Measures the platform as a whole, and what it runs on against peers.")
public final class Bench implements Callable<Integer> {
    private static final String PLATFORM = "platform";
    private static final List<String> USUAL = List.of(PLATFORM, "ledger", "delay");

    @Spec
    @Nullable
    CommandSpec spec;

    @Option(names = "--report", description = "write the figures to this JSON file")
    @Nullable
    Path report;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description = "measure only these, out of platform, ledger, delay")
    List<String> only = USUAL;

    @Option(names = "--workstreams", description = "CSV file of workstreams, for the platform's figures")
    @Nullable
    Path workstreams;

    @Option(names = "--bids", description = "CSV file of bids with their votes, for the platform's figures")
    @Nullable
    Path bids;

    /** Runs the command and ends the program with its exit code. */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireKnown();
        Path file = report == null ? Files.createTempFile("figures-", ".json") : report;
        new Report(file).clear();
        if (only.contains(PLATFORM)) {
            new PlatformFigures(workstreams, bids).measure(file);
        }
        List<String> others =
                only.stream().filter(name -> !name.equals(PLATFORM)).toList();
        if (!others.isEmpty()) {
            Backing.start().forEach(System::setProperty);
            Quarkus.run(
                    Measuring.class,
                    (code, problem) -> System.exit(code),
                    Stream.concat(Stream.of(file.toString()), others.stream()).toArray(String[]::new));
        }
        return 0;
    }

    private void requireKnown() {
        List<String> unknown = new ArrayList<>(only);
        unknown.removeAll(USUAL);
        if (!unknown.isEmpty() && spec != null) {
            throw new ParameterException(spec.commandLine(), "there is no figure " + String.join(", ", unknown));
        }
    }
}

package network.spheron.dao.faults;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import network.spheron.dao.faults.fault.Faults;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.local.Commands;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.Stack;
import network.spheron.dao.local.StackOptions;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.gate.Gates;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deploy/chaos}: brings faults about in the middle of the main job, and checks what became of it. */
@Command(
        name = "deploy/chaos",
        mixinStandardHelpOptions = true,
        description =
                "Brings faults about in the middle of the job; exit code 1 if anything was lost, doubled or wrong.")
final class Chaos implements Callable<Integer> {
    private static final int RUNS = 3;
    private static final int MOST_SEED = 1_000_000;
    private static final String ROOT = System.getProperty("root.dir", ".");

    @Option(names = "--quick", description = "each fault once, in one of its steps (default: three times in each)")
    boolean quick;

    @Option(names = "--seed", paramLabel = "S", description = "repeats the choices of an earlier run")
    @Nullable
    Long seed;

    @Option(names = "--report", paramLabel = "FILE", description = "write the report to this JSON file")
    @Nullable
    Path report;

    @Option(names = "--fault", paramLabel = "N", split = ",", description = "only these faults, see docs/faults.md")
    List<Integer> wanted = List.of();

    @Option(names = "--sample", paramLabel = "N", description = "only so many faults, chosen by the seed")
    int sample;

    @Option(names = "--steps", description = "print a line per step of the job, too")
    boolean steps;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(Commands.run(new Chaos(), arguments));
    }

    @Override
    public Integer call() {
        long chosen = seed == null ? new Random().nextInt(MOST_SEED) : seed;
        List<Fault> faults = faults(chosen);
        if (report != null && !Files.isWritable(report.toAbsolutePath().getParent())) {
            throw new ParameterException(
                    spec.commandLine(), report + ": its folder does not exist or cannot be written");
        }
        System.out.println("Seed " + chosen + "; the same seed makes the same choices.");
        Path data = DataDirectory.fresh(Path.of(ROOT, "deploy/faults/target/chaos"));
        Gates gates = new Gates();
        PrintStream perStep = steps ? System.out : silent();
        StackOptions options = StackOptions.standard().withPort(0).withoutLogs().withGates(gates);
        try (Platform platform = Stack.start(data, options);
                Site site = new Site(platform, gates, perStep)) {
            Suite suite = new Suite(site, chosen, System.out);
            List<ReportLine> lines = suite.run(quick ? Plan.quick(faults, chosen) : Plan.thorough(faults, RUNS));
            if (report != null) {
                ReportLine.write(lines, report);
            }
            System.out.println(
                    suite.findings().isEmpty()
                            ? "Nothing was lost, nothing was done twice."
                            : suite.findings().size() + " findings; repeat them with --seed " + chosen);
            return suite.findings().isEmpty() ? 0 : 1;
        }
    }

    private List<Fault> faults(long chosen) {
        List<Fault> all = Faults.all();
        for (int number : wanted) {
            if (all.stream().noneMatch(fault -> fault.number() == number)) {
                throw new ParameterException(spec.commandLine(), "there is no fault " + number);
            }
        }
        List<Fault> asked = all.stream()
                .filter(fault -> wanted.isEmpty() || wanted.contains(fault.number()))
                .toList();
        return sample > 0 ? Plan.sample(asked, sample, chosen) : asked;
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}

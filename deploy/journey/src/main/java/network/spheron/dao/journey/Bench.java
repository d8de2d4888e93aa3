package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import network.spheron.dao.local.Commands;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.Stack;
import network.spheron.dao.local.StackOptions;
import network.spheron.dao.local.data.DataDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/bench}: start time, memory, duration of real workstreams and contract sizes; printed, never judged. */
@Command(
        name = "deploy/bench",
        mixinStandardHelpOptions = true,
        description = "Measures the whole platform: start, memory, real workstreams, contract sizes.")
final class Bench implements Callable<Integer> {
    private static final List<String> WORKSTREAMS = List.of("F9-W12", "F9-W03");
    private static final String ROOT = System.getProperty("root.dir", ".");
    private static final Rule RULE = new Rule(BigInteger.valueOf(39_100_000), 1_500);

    @Option(names = "--report", description = "write the figures to this JSON file")
    @Nullable
    Path report;

    @Option(names = "--workstreams", description = "CSV file of workstreams")
    Path workstreams = Path.of(ROOT, "../shared/data/catalyst/fund09-workstreams.csv");

    @Option(names = "--bids", description = "CSV file of bids with their votes")
    Path bids = Path.of(ROOT, "../shared/data/catalyst/fund09-bids.csv");

    private final Map<String, Figure> figures = new TreeMap<>();

    record Figure(long value, String unit) {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(new Bench(), arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path data = DataDirectory.fresh(Path.of(ROOT, "deploy/journey/target/bench"));
        firstStart(data);
        try (Platform platform = Stack.start(data, options())) {
            figures.put("start.warm", new Figure(platform.startTime().toMillis(), "ms"));
            measureMemory(platform, "idle");
            for (String workstream : WORKSTREAMS) {
                measureJob(platform, workstream);
            }
            measureMemory(platform, "after-jobs");
            measureContracts(platform);
        }
        print(System.out);
        if (report != null) {
            Files.writeString(
                    report,
                    JsonMapper.builder()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .build()
                            .writeValueAsString(figures));
        }
        return 0;
    }

    private static StackOptions options() {
        return StackOptions.standard().withPort(0).withoutLogs();
    }

    /** The first start on a data directory also prepares Keycloak and deploys the contracts. */
    private void firstStart(Path data) {
        try (Platform platform = Stack.start(data, options())) {
            figures.put("start.first", new Figure(platform.startTime().toMillis(), "ms"));
        }
    }

    private void measureMemory(Platform platform, String when) {
        Map<String, Long> memory = platform.memoryMegabytes();
        memory.forEach(
                (component, megabytes) -> figures.put("memory." + when + "." + component, new Figure(megabytes, "MB")));
        long total = memory.values().stream().mapToLong(Long::longValue).sum();
        figures.put("memory." + when + ".total", new Figure(total, "MB"));
    }

    private void measureJob(Platform platform, String workstream) {
        if (!Files.isReadable(workstreams) || !Files.isReadable(bids)) {
            System.out.println("skipped " + workstream + ": " + workstreams + " is not there");
            return;
        }
        Job job = Job.read(workstreams, bids, workstream, RULE);
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Journey.Outcome outcome = new Journey(platform, silent).run(job, false);
        figures.put("job." + workstream, new Figure(outcome.report().seconds().job(), "s"));
    }

    private void measureContracts(Platform platform) {
        Rpc rpc = new Rpc(platform.rpcUrl().toString());
        platform.addressBook().contracts().forEach((name, address) -> {
            int hexDigits = rpc.ask("eth_getCode", address, "latest").asText().length() - 2;
            figures.put("contract." + name, new Figure(hexDigits / 2, "bytes"));
        });
    }

    private void print(PrintStream out) {
        figures.forEach(
                (name, figure) -> out.printf(Locale.ROOT, "%-40s %10d %s%n", name, figure.value(), figure.unit()));
    }
}

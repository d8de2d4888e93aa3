package network.spheron.dao.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole platform's figures, taken by a program of their own: it starts all services and has a class path unlike this one. */
final class PlatformFigures {
    private static final Path ROOT = Path.of(System.getProperty("root.dir", "."));
    private static final String PROGRAM = "network.spheron.dao.journey.Bench";

    private final @Nullable Path workstreams;
    private final @Nullable Path bids;

    PlatformFigures(@Nullable Path workstreams, @Nullable Path bids) {
        this.workstreams = workstreams;
        this.bids = bids;
    }

    /**
     * Measures into the report.
     *
     * @throws IllegalStateException when the program fails
     */
    void measure(Path report) throws IOException, InterruptedException {
        Path own = Files.createTempFile("platform-", ".json");
        Process program = new ProcessBuilder(command(own)).inheritIO().start();
        if (program.waitFor() != 0) {
            throw new IllegalStateException("the platform was not measured");
        }
        new Report(report).addAll(own);
    }

    private List<String> command(Path report) throws IOException {
        Path module = ROOT.resolve("deploy/journey/target");
        String libraries = Files.readString(module.resolve("class-path")).trim();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-Droot.dir=" + ROOT,
                "-cp",
                module.resolve("classes") + ":" + libraries,
                PROGRAM,
                "--report=" + report));
        if (workstreams != null) command.add("--workstreams=" + workstreams);
        if (bids != null) command.add("--bids=" + bids);
        return command;
    }
}

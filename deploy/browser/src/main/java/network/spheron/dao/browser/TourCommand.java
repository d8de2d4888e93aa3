package network.spheron.dao.browser;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import network.spheron.dao.journey.JobRun;
import network.spheron.dao.journey.Journey;
import network.spheron.dao.local.Commands;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.Stack;
import network.spheron.dao.local.StackOptions;
import network.spheron.dao.local.data.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/e2e --tour}: pictures of every page, and what is wrong with them. */
@Command(
        name = "deploy/e2e",
        mixinStandardHelpOptions = true,
        description =
                "Starts the platform with the sample job and takes pictures of every page, as everybody who uses it.")
final class TourCommand implements Callable<Integer> {
    @Option(names = "--tour", required = true, paramLabel = "DIR", description = "where the pictures go")
    Path folder = Path.of("");

    @Option(
            names = "--brief",
            description = "every page twice, on a phone in light and on a desk in dark, not four times")
    boolean brief;

    public static void main(String[] arguments) {
        System.exit(Commands.run(new TourCommand(), arguments));
    }

    @Override
    public Integer call() {
        PrintStream out = System.out;
        StackOptions options = StackOptions.standard().withPort(0).withoutLogs();
        try (Platform platform =
                        Stack.start(DataDirectory.fresh(Chromium.module().resolve("target/tour")), options);
                Chromium chromium = Chromium.launch()) {
            Tour tour = new Tour(platform.origin(), chromium.browser(), folder, brief ? Tour.BRIEF : Tour.THOROUGH);
            Pages pages = new Pages(new PublicApi(platform.origin()));
            tour.visit(pages.ofAnEmptyPlatform());
            JobRun jobs = new JobRun(platform, out);
            tour.visit(pages.afterTheSample(jobs.sample()));
            Journey.UnderWay left = jobs.underWay();
            tour.visit(pages.underWay(left));
            jobs.decide(left);
            tour.visit(pages.standstill(left));
            tour.visit(pages.challengeable(jobs.approve(left)));
            return conclude(tour, out);
        }
    }

    private int conclude(Tour tour, PrintStream out) {
        List<String> findings = tour.findings();
        out.println(tour.pictures() + " pictures in " + folder);
        findings.forEach(out::println);
        out.println(findings.isEmpty() ? "Nothing is wrong with them." : findings.size() + " findings.");
        return findings.isEmpty() ? 0 : 1;
    }
}

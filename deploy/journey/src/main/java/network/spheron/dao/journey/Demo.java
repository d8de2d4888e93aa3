package network.spheron.dao.journey;

import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import network.spheron.dao.local.Commands;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.PlatformOptions;
import network.spheron.dao.local.Stack;
import network.spheron.dao.local.StackOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/demo}: starts the platform and takes a workstream from the SIP to the last payout. */
@Command(
        name = "deploy/demo",
        mixinStandardHelpOptions = true,
        description = "Starts the platform and takes a workstream from a SIP to the last payout.")
final class Demo implements Callable<Integer> {
    private static final int MOST_MARGIN_BPS = 65_535;

    @Option(names = "--workstreams", description = "CSV file of workstreams")
    @Nullable
    Path workstreams;

    @Option(names = "--bids", description = "CSV file of bids with their votes")
    @Nullable
    Path bids;

    @Option(names = "--workstream", description = "id of the workstream to run")
    @Nullable
    String workstream;

    @Option(names = "--quorum", description = "least yes + no for approval, in whole tokens; required with files")
    @Nullable
    BigInteger quorum;

    @Option(names = "--margin-bps", description = "approval margin in basis points of no (default: 1500)")
    int marginBps = 1500;

    @Option(names = "--report", description = "write the report to this JSON file when the job ends")
    @Nullable
    Path report;

    @Option(names = "--exit", description = "stop everything afterwards")
    boolean exit;

    @Mixin
    private final PlatformOptions given = new PlatformOptions();

    public static void main(String[] arguments) {
        System.exit(Commands.run(new Demo(), arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        Job job = job();
        checkReport();
        PrintStream out = System.out;
        try (Platform platform =
                Stack.start(given.data(), given.applyTo(StackOptions.standard().withoutLogs()))) {
            Journey.Outcome outcome = new JobRun(platform, out).complete(job, !exit);
            Table.print(outcome.report(), out);
            boolean confirmed = new Audit(outcome.report(), silent()).holds();
            out.println(
                    confirmed
                            ? "Votes, rule, payments and budget lines were checked again from the chain's logs alone; all hold."
                            : "The chain does not confirm this report; see deploy/audit.");
            publishedOutcomes(job, outcome.report(), out);
            if (report != null) {
                outcome.report().write(report);
                out.println("Report written to " + report);
            }
            if (!exit) {
                invite(platform, outcome, out);
                new CountDownLatch(1).await();
            }
            return confirmed ? 0 : 1;
        }
    }

    private static PrintStream silent() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    private static void publishedOutcomes(Job job, Report report, PrintStream out) {
        long published = job.bids().stream()
                .filter(bid -> bid.publishedOutcome() != null)
                .count();
        long equal = IntStream.range(0, report.bids().size())
                .filter(i ->
                        report.bids().get(i).outcome().equals(job.bids().get(i).publishedOutcome()))
                .count();
        if (published > 0) {
            out.println(equal + " of " + published + " published outcomes are equal.");
        }
    }

    private Job job() {
        boolean files = workstreams != null || bids != null || workstream != null;
        if (!files) {
            return JobRun.sample(rule(quorum == null ? JobRun.SAMPLE_QUORUM : quorum));
        }
        if (workstreams == null || bids == null || workstream == null || quorum == null) {
            throw new InputProblem("--workstreams, --bids, --workstream and --quorum go together");
        }
        return Job.read(workstreams, bids, workstream, rule(quorum));
    }

    private Rule rule(BigInteger least) {
        if (least.signum() <= 0) {
            throw new InputProblem("--quorum must be more than zero");
        }
        if (marginBps < 0 || marginBps > MOST_MARGIN_BPS) {
            throw new InputProblem("--margin-bps must be between 0 and " + MOST_MARGIN_BPS);
        }
        return new Rule(least, marginBps);
    }

    private void checkReport() {
        if (report != null && !Files.isWritable(report.toAbsolutePath().getParent())) {
            throw new InputProblem(report + ": its folder does not exist or cannot be written");
        }
    }

    private static void invite(Platform platform, Journey.Outcome outcome, PrintStream out) {
        out.println("The portal stays open until Ctrl-C: " + platform.origin());
        outcome.showcase().ifPresent(left -> {
            out.println("  a SIP in voting:                  " + platform.origin() + left.sip() + "  (sign in as bob)");
            out.println("  a workstream open for bids:       " + platform.origin() + left.workstream()
                    + "  (sign in as contractor1)");
            out.println("  a milestone waiting for stewards: " + platform.origin() + left.milestone()
                    + "  (sign in as steward1)");
        });
        out.println("Every login has the password " + DemoKeys.PASSWORD + ".");
    }
}

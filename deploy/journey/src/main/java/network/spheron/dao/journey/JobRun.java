package network.spheron.dao.journey;

import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Optional;
import network.spheron.dao.local.Platform;

/** Takes jobs to their end on a running platform; a job that has reached its end before is shown again, not run again. */
public final class JobRun {
    private static final String SAMPLE_WORKSTREAM = "DEV-1";
    private static final String SAMPLE_DISQUALIFIED = "DEV-1-B05";
    private static final int MARGIN_BPS = 1500;
    static final BigInteger SAMPLE_QUORUM = BigInteger.valueOf(39_100_000);

    private final Platform platform;
    private final PrintStream out;

    /** @param out gets a line per step */
    public JobRun(Platform platform, PrintStream out) {
        this.platform = platform;
        this.out = out;
    }

    /** Runs the sample that the project ships, and leaves a SIP, a workstream and a milestone for people to act on. */
    public Journey.Outcome sample() {
        return complete(sample(new Rule(SAMPLE_QUORUM, MARGIN_BPS)), true);
    }

    /** Leaves a SIP in discussion, a draft and an open election for people to look at. */
    public Journey.UnderWay underWay() {
        return new Journey(platform, out).underWay(sample(new Rule(SAMPLE_QUORUM, MARGIN_BPS)));
    }

    /** Has the open election of {@link #underWay} decided, and leaves its award to be objected to. */
    public void decide(Journey.UnderWay left) {
        new Journey(platform, out).decide(left);
    }

    /** Has a milestone of the awarded bid approved, leaves it to be challenged, and answers the agreement's page. */
    public String approve(Journey.UnderWay left) {
        return new Journey(platform, out).approve(left);
    }

    /** Runs a workstream of files in the sample's format, with the usual margin. */
    public Journey.Outcome files(Path workstreams, Path bids, String workstream, BigInteger quorum) {
        return complete(Job.read(workstreams, bids, workstream, new Rule(quorum, MARGIN_BPS)), false);
    }

    /** Checks a written report against the chain alone, a line per check. */
    public static boolean audit(Path report, PrintStream out) {
        return new Audit(Report.read(report), out).holds();
    }

    /** The sample under this rule. */
    static Job sample(Rule rule) {
        Path folder = Path.of(System.getProperty("root.dir", "."), "deploy", "sample");
        return Job.read(folder.resolve("workstreams.csv"), folder.resolve("bids.csv"), SAMPLE_WORKSTREAM, rule)
                .disqualifying(SAMPLE_DISQUALIFIED);
    }

    Journey.Outcome complete(Job job, boolean showcase) {
        FinishedJobs finished = new FinishedJobs(platform.data());
        Optional<Journey.Outcome> earlier = finished.find(job);
        if (earlier.isPresent()) {
            out.println("This job has reached its end before; nothing is done again.");
            return earlier.get();
        }
        Journey.Outcome outcome = new Journey(platform, out).run(job, showcase);
        finished.keep(job, outcome);
        return outcome;
    }
}

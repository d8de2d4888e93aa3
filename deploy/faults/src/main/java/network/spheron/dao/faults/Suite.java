package network.spheron.dao.faults;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import network.spheron.dao.faults.check.Checker;
import network.spheron.dao.faults.check.Finding;
import network.spheron.dao.faults.site.Patience;
import network.spheron.dao.faults.site.Site;
import network.spheron.dao.faults.site.Undertaking;
import network.spheron.dao.faults.site.Yard;

/** Runs a plan on one platform: fault after fault, and the checker after each. */
final class Suite {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Site site;
    private final Yard yard;
    private final Checker checker;
    private final long seed;
    private final PrintStream out;
    private final List<Finding> findings = new ArrayList<>();

    Suite(Site site, long seed, PrintStream out) {
        this.site = site;
        this.yard = new Yard(site);
        this.checker = Checker.of(site);
        this.seed = seed;
        this.out = out;
    }

    /** Runs everything, and answers with a line for each fault and step. */
    List<ReportLine> run(Plan plan) {
        yard.prepare(plan.elections());
        List<ReportLine> lines = new ArrayList<>();
        for (Plan.Strike strike : plan.strikes()) {
            lines.add(run(strike));
        }
        return lines;
    }

    /** All that was found. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private ReportLine run(Plan.Strike strike) {
        Fault fault = strike.fault();
        Optional<String> lacking = fault.lacks();
        if (lacking.isPresent()) {
            out.printf(
                    Locale.ROOT,
                    "%2d %-44s %-8s skipped: %s%n",
                    fault.number(),
                    fault.title(),
                    strike.step().key(),
                    lacking.get());
            return line(strike, List.of(), true);
        }
        List<Run> runs = new ArrayList<>();
        for (int number = 0; number < strike.runs(); number++) {
            Run run = survive(strike, number);
            runs.add(run);
            findings.addAll(run.findings());
        }
        return line(strike, runs, false);
    }

    private ReportLine line(Plan.Strike strike, List<Run> runs, boolean skipped) {
        long longest =
                runs.stream().mapToLong(run -> run.healing().toMillis()).max().orElse(0);
        return new ReportLine(
                strike.fault().number(),
                strike.step().key(),
                runs.size(),
                runs.stream().mapToLong(run -> run.count(Finding.Kind.LOST)).sum(),
                runs.stream().mapToLong(run -> run.count(Finding.Kind.DOUBLED)).sum(),
                longest / 1000.0,
                seed,
                skipped);
    }

    /** A run that cannot be made is a finding, and those after it have their chance. */
    private Run survive(Plan.Strike strike, int number) {
        try {
            return once(strike, number);
        } catch (RuntimeException failed) {
            Finding finding = new Finding("can be run", Finding.Kind.OTHER, String.valueOf(failed.getMessage()));
            out.printf(
                    Locale.ROOT,
                    "%2d %-44s %-8s FAILED: %s%n",
                    strike.fault().number(),
                    strike.fault().title(),
                    strike.step().key(),
                    finding);
            return new Run(Duration.ZERO, List.of(finding));
        }
    }

    private Run once(Plan.Strike strike, int number) {
        Fault fault = strike.fault();
        long prepared = System.nanoTime();
        Undertaking undertaking = yard.next(strike.step(), Plan.random(seed, fault, number));
        Scene scene = new Scene(site, yard, undertaking, Plan.random(seed, fault, number));
        checker.remember();
        long begun = System.nanoTime();
        strike(fault, scene);
        long healed = System.nanoTime();
        List<Finding> found = new ArrayList<>(awaitHealed(scene));
        found.addAll(0, scene.surprises());
        Duration healing = Duration.ofNanos(System.nanoTime() - healed);
        out.printf(
                Locale.ROOT,
                "%2d %-44s %-8s %s after %.1f s (before: %.1f s, fault: %.1f s)%n",
                fault.number(),
                fault.title(),
                undertaking.step().key(),
                found.isEmpty() ? "healed" : "FAILED",
                healing.toMillis() / 1000.0,
                Duration.ofNanos(begun - prepared).toMillis() / 1000.0,
                Duration.ofNanos(healed - begun).toMillis() / 1000.0);
        found.forEach(finding -> out.println("     " + undertaking.name() + ": " + finding));
        return new Run(healing, found);
    }

    private static void strike(Fault fault, Scene scene) {
        try {
            fault.strike(scene);
        } catch (RuntimeException failed) {
            scene.expect("the fault can be brought about (" + failed.getMessage() + ")", false);
        } finally {
            fault.heal(scene);
        }
    }

    /** What does not hold when the time is up; nothing as soon as all holds. */
    private List<Finding> awaitHealed(Scene scene) {
        State state = new State();
        Patience.isSoon(PATIENCE, () -> {
            state.done = state.done || scene.goOn();
            return state.done && checker.findings().isEmpty();
        });
        List<Finding> found = new ArrayList<>(checker.findings());
        if (!state.done) {
            found.add(
                    0,
                    new Finding(
                            "reaches its end",
                            Finding.Kind.LOST,
                            scene.undertaking().name() + " did not, in " + PATIENCE.toSeconds()
                                    + " s after the fault"));
        }
        return found;
    }

    private static final class State {
        private boolean done;
    }
}

package network.spheron.dao.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import network.spheron.dao.faults.site.Step;

/** Which faults strike in which steps, in the order in which they do. */
record Plan(List<Strike> strikes) {
    private static final int LOTS_OF_MILESTONE = 4;

    /** One fault in one step, so many times. */
    record Strike(Fault fault, Step step, int runs) {}

    /** Every fault once, each in a step that the seed chooses. */
    static Plan quick(List<Fault> faults, long seed) {
        return ordered(faults.stream()
                .map(fault -> new Strike(fault, chosen(fault, random(seed, fault, 0)), 1))
                .toList());
    }

    /** Chance prefers steps of a milestone: an election takes half a minute to bring about. */
    private static Step chosen(Fault fault, Random random) {
        List<Step> lots = new ArrayList<>();
        for (Step step : fault.steps()) {
            lots.addAll(Collections.nCopies(step.isOfMilestone() ? LOTS_OF_MILESTONE : 1, step));
        }
        return lots.get(random.nextInt(lots.size()));
    }

    /** Every fault in each of its steps, several times. */
    static Plan thorough(List<Fault> faults, int runs) {
        return ordered(faults.stream()
                .flatMap(fault -> fault.steps().stream().map(step -> new Strike(fault, step, runs)))
                .toList());
    }

    /** As many faults as wanted, chosen by the seed. */
    static List<Fault> sample(List<Fault> faults, int size, long seed) {
        List<Fault> shuffled = new ArrayList<>(faults);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.subList(0, Math.min(size, shuffled.size()));
    }

    /** Depends on seed, fault and run alone: a fault that is run again by itself meets the same choices. */
    static Random random(long seed, Fault fault, int run) {
        // Near seeds have near first numbers, so they are put far apart.
        return new Random((seed * 34 + fault.number()) * 0x9E37_79B9_7F4A_7C15L + run * 0xBF58_476D_1CE4_E5B9L);
    }

    /** How many elections the steps take. */
    int elections() {
        int awards = runs(Step.AWARD);
        return Math.max(1, Math.max(awards, runs(Step.FUND)));
    }

    private int runs(Step step) {
        return strikes.stream()
                .filter(strike -> strike.step() == step)
                .mapToInt(Strike::runs)
                .sum();
    }

    /** Awards and fundings in turn, because each award leaves one to be funded; then what is done with what they leave. */
    private static Plan ordered(List<Strike> strikes) {
        List<Strike> awards = of(strikes, Step.AWARD);
        List<Strike> fundings = of(strikes, Step.FUND);
        List<Strike> ordered = new ArrayList<>();
        for (int i = 0; i < Math.max(awards.size(), fundings.size()); i++) {
            if (i < awards.size()) ordered.add(awards.get(i));
            if (i < fundings.size()) ordered.add(fundings.get(i));
        }
        strikes.stream().filter(strike -> strike.step().isOfMilestone()).forEach(ordered::add);
        return new Plan(ordered);
    }

    private static List<Strike> of(List<Strike> strikes, Step step) {
        return strikes.stream().filter(strike -> strike.step() == step).toList();
    }
}

package network.spheron.dao.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import network.spheron.dao.faults.site.Step;

/** Which faults strike in which steps, in the order in which they do. */
record Plan(List<Strike> strikes) {
    /** One fault in one step, so many times. */
    record Strike(Fault fault, Step step, int runs) {}

    /** Every fault once, each in a step that the seed chooses. */
    static Plan quick(List<Fault> faults, long seed) {
        return ordered(faults.stream()
                .map(fault -> new Strike(
                        fault,
                        fault.steps()
                                .get(random(seed, fault, 0)
                                        .nextInt(fault.steps().size())),
                        1))
                .toList());
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
        return new Random(seed * 1_000_003 + fault.number() * 1_009L + run);
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
        strikes.stream()
                .filter(strike -> strike.step() != Step.AWARD && strike.step() != Step.FUND)
                .forEach(ordered::add);
        return new Plan(ordered);
    }

    private static List<Strike> of(List<Strike> strikes, Step step) {
        return strikes.stream().filter(strike -> strike.step() == step).toList();
    }
}

package network.spheron.dao.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** What one side measured in its runs. */
final class Runs {
    private final List<Run> runs = new ArrayList<>();

    private record Run(double value, double cpuSeconds) {}

    /** Runs once more. */
    void add(DoubleSupplier run) {
        double before = CpuTime.seconds();
        double value = run.getAsDouble();
        add(value, CpuTime.seconds() - before);
    }

    /** Adds what a run has measured. */
    void add(double value, double cpuSeconds) {
        runs.add(new Run(value, cpuSeconds));
    }

    double median() {
        return median(Run::value);
    }

    double cpuSeconds() {
        return median(Run::cpuSeconds);
    }

    private double median(ToDoubleFunction<Run> part) {
        List<Double> sorted = runs.stream().mapToDouble(part).sorted().boxed().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** Every side does its work so many times, each time another one first. */
    static void takeTurns(int rounds, List<Runnable> sides) {
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < sides.size(); turn++) {
                sides.get((round + turn) % sides.size()).run();
            }
        }
    }
}

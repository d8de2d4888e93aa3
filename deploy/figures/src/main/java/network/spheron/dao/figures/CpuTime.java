package network.spheron.dao.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** CPU time of this program and of all that it has started, children that have ended included. */
final class CpuTime {
    private static final double TICKS_PER_SECOND = 100;
    // Fields of /proc/<pid>/stat after the command's name in brackets: user, system, and both of children that have
    // ended.
    private static final int FIRST = 11;
    private static final int LAST = 14;
    private static final Set<Long> OTHERS = ConcurrentHashMap.newKeySet();

    private CpuTime() {}

    /** Counts a process too that runs for us and is no child of ours. */
    static void include(long pid) {
        OTHERS.add(pid);
    }

    /** So far, since each process started. */
    static double seconds() {
        Stream<ProcessHandle> others = OTHERS.stream().flatMap(pid -> ProcessHandle.of(pid).stream());
        return Stream.concat(Stream.of(ProcessHandle.current()), others)
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .mapToDouble(process -> seconds(process.pid()))
                .sum();
    }

    private static double seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = 0;
            for (int field = FIRST; field <= LAST; field++) ticks += Double.parseDouble(fields[field]);
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            // It has ended, and is in its parent's figure now.
            return 0;
        }
    }
}

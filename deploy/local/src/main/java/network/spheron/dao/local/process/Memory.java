package network.spheron.dao.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory of a process and its children as proportional set size: shared pages are counted once over all of them. */
public final class Memory {
    private Memory() {}

    /** Kilobytes in use by this process and, unless it is the launcher itself, its descendants; what has ended counts as nothing. */
    public static long kilobytes(ProcessHandle process) {
        if (process.equals(ProcessHandle.current())) {
            return ofOne(process);
        }
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(Memory::ofOne)
                .sum();
    }

    private static long ofOne(ProcessHandle process) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try (Stream<String> lines = Files.lines(rollup)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException gone) {
            return 0;
        }
    }
}

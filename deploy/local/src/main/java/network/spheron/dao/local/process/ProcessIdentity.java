package network.spheron.dao.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number: Linux tells the boot and the clock tick at
 * which it started.
 *
 * @param startTick clock ticks since boot, field 22 of {@code /proc/PID/stat}
 */
record ProcessIdentity(long pid, long startTick, String bootId) {
    private static final int FIELDS_BEFORE_START_TICK = 19;

    /** The process that runs under this number now, if any. */
    static Optional<ProcessIdentity> of(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The program's name stands in parentheses and may itself hold blanks and parentheses.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean ended = fields[0].equals("Z") || fields[0].equals("X");
            return ended
                    ? Optional.empty()
                    : Optional.of(
                            new ProcessIdentity(pid, Long.parseLong(fields[FIELDS_BEFORE_START_TICK]), currentBoot()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** The handle of this very process, if it still runs. */
    Optional<ProcessHandle> running() {
        return of(pid).filter(this::equals).flatMap(same -> ProcessHandle.of(pid));
    }

    String line() {
        return pid + " " + startTick + " " + bootId;
    }

    static Optional<ProcessIdentity> parse(String line) {
        String[] parts = line.strip().split(" ", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private static String currentBoot() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    }
}

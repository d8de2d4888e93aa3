package network.spheron.dao.local.wrongclock;

import java.time.Duration;
import java.time.Instant;

/** What a process with a wrong clock calls in place of the clock of its virtual machine. Public for the calls' sake only. */
public final class ShiftedTime {
    private static volatile long seconds;

    private ShiftedTime() {}

    static void by(Duration offset) {
        seconds = offset.toSeconds();
    }

    /** In place of {@link System#currentTimeMillis}. */
    public static long currentTimeMillis() {
        return System.currentTimeMillis() + seconds * 1_000;
    }

    /** In place of {@link Instant#ofEpochSecond(long, long)}, where the system's clock makes its instants. */
    public static Instant ofEpochSecond(long second, long nanos) {
        return Instant.ofEpochSecond(second + seconds, nanos);
    }
}

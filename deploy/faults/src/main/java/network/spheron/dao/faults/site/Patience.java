package network.spheron.dao.faults.site;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for things on a platform that is being disturbed: an answer that fails counts as not yet. */
public final class Patience {
    private static final Duration POLL = Duration.ofMillis(100);

    private Patience() {}

    /** Whether it comes to hold in time. */
    public static boolean isSoon(Duration patience, BooleanSupplier holds) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (holdsNow(holds)) {
                return true;
            }
            if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /**
     * Waits until it holds.
     *
     * @throws IllegalStateException when it does not come to hold in time
     */
    public static void until(String what, Duration patience, BooleanSupplier holds) {
        if (!isSoon(patience, holds)) {
            throw new IllegalStateException("waited in vain for: " + what);
        }
    }

    /** Lets time pass, for faults that last a while. */
    public static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static boolean holdsNow(BooleanSupplier holds) {
        try {
            return holds.getAsBoolean();
        } catch (RuntimeException disturbed) {
            return false;
        }
    }
}

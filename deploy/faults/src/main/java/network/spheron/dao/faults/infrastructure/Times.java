package network.spheron.dao.faults.infrastructure;

import java.time.Duration;
import java.util.Random;

/** How long these faults last, and how long they wait for the platform to show what it does about them. */
final class Times {
    /** Long enough that requests and connections run into it. */
    static final Duration OUTAGE = Duration.ofSeconds(12);

    /** Until the platform has noticed, or has done in spite of it what it can do. */
    static final Duration MOMENT = Duration.ofSeconds(60);

    private static final int MOST_MILLIS = 3_000;

    private Times() {}

    /** A short while that chance decides, so that runs strike at different moments of a step. */
    static Duration soon(Random random) {
        return Duration.ofMillis(random.nextInt(MOST_MILLIS));
    }
}

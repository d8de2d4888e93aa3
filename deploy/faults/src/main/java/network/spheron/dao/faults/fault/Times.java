package network.spheron.dao.faults.fault;

import java.time.Duration;

/** How long faults wait for the platform to come to the point at which they strike. */
final class Times {
    static final Duration MOMENT = Duration.ofSeconds(30);

    private Times() {}
}

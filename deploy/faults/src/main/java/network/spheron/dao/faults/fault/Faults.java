package network.spheron.dao.faults.fault;

import java.util.List;
import network.spheron.dao.faults.Fault;

/** All faults that there are, by number. */
public final class Faults {
    private Faults() {}

    public static List<Fault> all() {
        return List.of(new KilledBeforeCommit(), new KilledBeforeRelay(), new KilledAfterAcknowledgement());
    }
}

package network.spheron.dao.faults.fault;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.infrastructure.Infrastructure;

/** All faults that there are, by number. */
public final class Faults {
    private Faults() {}

    public static List<Fault> all() {
        List<Fault> own = List.of(new KilledBeforeCommit(), new KilledBeforeRelay(), new KilledAfterAcknowledgement());
        return Stream.of(own, Infrastructure.faults())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Fault::number))
                .toList();
    }
}

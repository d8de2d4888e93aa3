package network.spheron.dao.faults.fault;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.infrastructure.Infrastructure;

/** All faults that there are, by number. */
public final class Faults {
    private Faults() {}

    /** A new instance of each: some keep what they need for healing. */
    public static List<Fault> all() {
        List<Fault> own = List.of(
                new KilledBeforeCommit(),
                new KilledBeforeRelay(),
                new KilledAfterAcknowledgement(),
                new KilledAfterInboxCommit(),
                new KilledAfterSigning(),
                new KilledAfterBroadcast(),
                new KilledBeforeLedger(),
                new KilledAtRandom(),
                new DuplicatedEvents(),
                new ReorderedEvents(),
                new EventsADayLate(),
                new PoisonedTopics(),
                new ForgedApproval(),
                new ReorgedBack(),
                new ReorgedAway(),
                new ReorgedReplaced(),
                new DeepReorg(),
                new FeeSpike(),
                new NonceUsedOutside(),
                new SlowConsumer());
        return Stream.of(own, Infrastructure.faults())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(Fault::number))
                .toList();
    }
}

package network.spheron.dao.local.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import network.spheron.dao.local.deadletters.Databases.Place;
import network.spheron.dao.messaging.ParkedAggregates.Event;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deploy/dead-letters show}: an aggregate's events in order, and the first one in full. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows the events of a parked aggregate in order, and the first one in full.")
final class ShowParked implements Callable<Integer> {
    @Mixin
    private final AboutAggregate aggregate;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ShowParked(Map<String, String> environment) {
        this.aggregate = new AboutAggregate(environment);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Place place = aggregate.place();
        place.parked()
                .find(aggregate.topic(), aggregate.aggregateId())
                .ifPresent(parked -> ListParked.print(out, place, parked));
        List<Event> events = place.parked().events(aggregate.topic(), aggregate.aggregateId());
        for (Event event : events) {
            out.printf(
                    "  offset %d of partition %d: %s, id %s, %d bytes%s%n",
                    event.offset(),
                    event.partition(),
                    Text.line(event.type()),
                    Text.line(event.id()),
                    event.payload().length,
                    event.deadLettered() ? ", dead-lettered" : "");
        }
        events.stream().findFirst().ifPresent(first -> out.println(Text.line(new String(first.payload(), UTF_8))));
        return 0;
    }
}

package network.spheron.dao.local.deadletters;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import network.spheron.dao.local.deadletters.Databases.Place;
import network.spheron.dao.messaging.ParkedAggregates.Dropped;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deploy/dead-letters dropped}: the record of what was given up. */
@Command(
        name = "dropped",
        mixinStandardHelpOptions = true,
        description = "Lists the events that were given up, by whom and why, the latest last.")
final class ListDropped implements Callable<Integer> {
    @Mixin
    private final Databases databases;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ListDropped(Map<String, String> environment) {
        this.databases = new Databases(environment);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean nothing = true;
        for (Place place : databases.all()) {
            List<Dropped> all = place.parked().dropped();
            all.forEach(dropped -> print(out, place, dropped));
            nothing &= all.isEmpty();
        }
        if (nothing) {
            out.println("Nothing was dropped.");
        }
        return 0;
    }

    private static void print(PrintWriter out, Place place, Dropped dropped) {
        out.printf(
                "%-12s %s %s offset %d  by %s at %s: %s%n",
                place.name(),
                Text.line(dropped.topic()),
                Text.line(dropped.aggregateId()),
                dropped.offset(),
                Text.line(dropped.droppedBy()),
                dropped.droppedAt(),
                Text.line(dropped.reason()));
        out.printf("%-12s parked because: %s%n", "", Text.line(dropped.parkedReason()));
    }
}

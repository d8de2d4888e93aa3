package network.spheron.dao.local.deadletters;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import network.spheron.dao.local.deadletters.Databases.Place;
import network.spheron.dao.messaging.ParkedAggregates.Parked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deploy/dead-letters list}: every parked aggregate with the reason, the longest parked first. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what is parked, and why.")
final class ListParked implements Callable<Integer> {
    @Mixin
    private final Databases databases;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ListParked(Map<String, String> environment) {
        this.databases = new Databases(environment);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean nothing = true;
        for (Place place : databases.all()) {
            List<Parked> all = place.parked().all();
            all.forEach(parked -> print(out, place, parked));
            nothing &= all.isEmpty();
        }
        if (nothing) {
            out.println("Nothing is parked.");
        }
        return 0;
    }

    static void print(PrintWriter out, Place place, Parked parked) {
        out.printf(
                "%-12s %s %s  %s since %s, %d events%n",
                place.name(),
                Text.line(parked.topic()),
                Text.line(parked.aggregateId()),
                parked.state(),
                parked.parkedAt(),
                parked.events());
        out.printf("%-12s %s%n", "", Text.line(parked.reason()));
    }
}

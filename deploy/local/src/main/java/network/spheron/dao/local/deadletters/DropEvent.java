package network.spheron.dao.local.deadletters;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deploy/dead-letters drop}: gives an aggregate's first event up, with a reason that stays on record. */
@Command(
        name = "drop",
        mixinStandardHelpOptions = true,
        description = {
            "Gives the first event of a parked aggregate up for good; the service goes on with those behind it.",
            "The event stays on record with the reason and who gave it."
        })
final class DropEvent implements Callable<Integer> {
    @Mixin
    private final AboutAggregate aggregate;

    @Option(
            names = "--offset",
            paramLabel = "NUMBER",
            required = true,
            description = "of the first event, as show tells it")
    private long offset;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why nobody needs it")
    private String reason = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DropEvent(Map<String, String> environment) {
        this.aggregate = new AboutAggregate(environment);
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) throw new ParameterException(spec.commandLine(), "--reason has to say why");
        aggregate.place().parked().drop(aggregate.topic(), aggregate.aggregateId(), offset, reason.strip());
        spec.commandLine().getOut().println("Offset " + offset + " of " + aggregate + " is dropped.");
        return 0;
    }
}

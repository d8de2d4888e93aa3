package network.spheron.dao.local.deadletters;

import java.util.Map;
import java.util.concurrent.Callable;
import network.spheron.dao.local.Commands;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deploy/dead-letters}: for an operator, beside the running services. */
@Command(
        name = "deploy/dead-letters",
        mixinStandardHelpOptions = true,
        description = {
            "Shows what the services could not handle, has it tried again, or gives it up.",
            "Only the aggregate of such an event waits; all others go on."
        })
public final class DeadLetters implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(line(System.getenv()).execute(arguments));
    }

    /** The command with its subcommands. */
    static CommandLine line(Map<String, String> environment) {
        CommandLine line = new CommandLine(new DeadLetters())
                .addSubcommand(new ListParked(environment))
                .addSubcommand(new ShowParked(environment))
                .addSubcommand(new RetryParked(environment))
                .addSubcommand(new DropEvent(environment))
                .addSubcommand(new ListDropped(environment));
        return Commands.answering(line);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command: list, show, retry, drop or dropped");
    }
}

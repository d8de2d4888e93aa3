package network.spheron.dao.local.rebuild;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import network.spheron.dao.local.Commands;
import network.spheron.dao.local.Installation;
import network.spheron.dao.local.data.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deploy/rebuild}: for an operator, beside the running platform. */
@Command(
        name = "deploy/rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a service's read models again, from the chain and the topics alone, in a second database,",
            "and compares every row with the live one. Ends with 0 when all are equal, with 1 otherwise.",
            "The running service does not notice."
        })
public final class RebuildReadModels implements Callable<Integer> {
    /** Those that declare which of their tables can be rebuilt. */
    private static final Set<String> SUPPORTED = Set.of("treasury");

    @Parameters(paramLabel = "SERVICE", description = "treasury")
    private String service = "";

    @Option(names = "--data", paramLabel = "DIR", description = "the platform's data (default: deploy/.data)")
    private Path data = Installation.current().defaultData();

    @Option(
            names = "--replace",
            description = {
                "puts the rebuilt rows in the place of the live ones, which may differ",
                "the service has to be stopped"
            })
    private boolean replace;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(Commands.run(new RebuildReadModels(), arguments));
    }

    @Override
    public Integer call() {
        if (!SUPPORTED.contains(service)) {
            throw refused("the read models of " + service + " cannot be rebuilt, only those of "
                    + String.join(", ", SUPPORTED));
        }
        DataDirectory directory =
                DataDirectory.existing(data).orElseThrow(() -> refused("there is no platform at " + data));
        LiveService live = LiveService.in(directory, service)
                .orElseThrow(() -> refused("the platform at " + directory.path() + " was never started"));
        try (SecondDatabase second = SecondDatabase.create(live)) {
            return new RebuildProgram(live, second)
                    .run(replace, spec.commandLine().getOut());
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}

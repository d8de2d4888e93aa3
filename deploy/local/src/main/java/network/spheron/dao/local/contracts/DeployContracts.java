package network.spheron.dao.local.contracts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.chain.deployment.Deployment;
import network.spheron.dao.chain.report.DeploymentReport;
import network.spheron.dao.local.Commands;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code deploy/contracts}: deploys what is not deployed yet, writes the address book, and reports what the chain says. */
@Command(
        name = "deploy/contracts",
        mixinStandardHelpOptions = true,
        subcommands = ReportContracts.class,
        description = {
            "Puts the contracts on the chain that the configuration names, and reports what is there.",
            "Run again, it goes on where it stopped, and sends nothing once everything is there.",
            "The deployer's key comes from --keystore, or from " + DeployerKey.KEY_VARIABLE + "."
        })
public final class DeployContracts implements Callable<Integer> {
    private final Map<String, String> environment;

    @Option(names = "--config", paramLabel = "FILE", description = "what is to be deployed, as YAML")
    private @Nullable Path config;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--book", paramLabel = "FILE", description = "the address book (default: beside the configuration)")
    private @Nullable Path book;

    @Option(
            names = "--keystore",
            paramLabel = "FILE",
            description = {
                "the deployer's key, encrypted (Web3 Secret Storage)",
                "its password is taken from " + DeployerKey.PASSWORD_VARIABLE
            })
    private @Nullable Path keystore;

    @Mixin
    private final ReportOutput output = new ReportOutput();

    DeployContracts(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        System.exit(Commands.run(new DeployContracts(System.getenv()), arguments));
    }

    @Override
    public Integer call() {
        if (config == null)
            throw new ParameterException(spec.commandLine(), "Missing required option: '--config=FILE'");
        Configuration configuration = Configuration.read(config, Clock.systemUTC());
        DeployerKey key = check(configuration);
        Path file = book == null ? config.resolveSibling(config.getFileName() + ".contracts.json") : book;
        AddressBook deployed = Deployment.run(
                configuration.rpcUrl(),
                key.privateKey(),
                configuration.plan(),
                configuration.tokens(),
                Optional.of(file));
        output.note("The address book is " + file);
        return output.show(DeploymentReport.read(configuration.rpcUrl(), deployed));
    }

    /** Finds every problem before anything is sent. */
    private DeployerKey check(Configuration configuration) {
        List<String> problems = new ArrayList<>(configuration.problems());
        DeployerKey key = null;
        try {
            key = DeployerKey.find(keystore, environment);
            if (key.isPublished() && !configuration.isLocal()) {
                problems.add("the deployer " + key.address() + " is a published demo account: use a key of your own");
            }
            problems.addAll(ChainCheck.problems(configuration, key.address()));
        } catch (Refused e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        if (key == null || !problems.isEmpty()) throw new Refused(problems);
        return key;
    }
}

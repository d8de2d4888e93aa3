package network.spheron.dao.local.contracts;

import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import network.spheron.dao.chain.deployment.AddressBook;
import network.spheron.dao.chain.report.DeploymentReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/contracts report}: reads the chain, and sends nothing. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = {
            "Reports what the chain says about the contracts of an address book.",
            "Ends with 1 when something is not as it should be."
        })
final class ReportContracts implements Callable<Integer> {
    @Option(names = "--book", paramLabel = "FILE", required = true, description = "the address book")
    private Path book = Path.of("");

    @Option(names = "--rpc", paramLabel = "URL", required = true, description = "a node of the chain")
    private URI rpc = URI.create("");

    @Mixin
    private final ReportOutput output = new ReportOutput();

    @Override
    public Integer call() {
        return output.show(DeploymentReport.read(rpc, AddressBook.read(book)));
    }
}

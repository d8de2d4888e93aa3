package network.spheron.dao.journey;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import network.spheron.dao.local.Commands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code deploy/audit}: checks a report against the chain alone. */
@Command(
        name = "deploy/audit",
        mixinStandardHelpOptions = true,
        description = "Checks a report against the chain alone, through the RPC address that it names.")
final class AuditCommand implements Callable<Integer> {
    @Parameters(paramLabel = "REPORT", description = "report written by deploy/demo --report")
    Path report = Path.of("");

    public static void main(String[] arguments) {
        System.exit(Commands.run(new AuditCommand(), arguments));
    }

    @Override
    public Integer call() {
        return new Audit(Report.read(report), System.out).holds() ? 0 : 1;
    }
}

package network.spheron.dao.local.contracts;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExitCodeGenerator;

/** Nothing was sent; the message has every reason, one a line. */
final class Refused extends RuntimeException implements IExitCodeGenerator {
    Refused(List<String> problems) {
        super(String.join("\n", problems));
    }

    @Override
    public int getExitCode() {
        return CommandLine.ExitCode.USAGE;
    }
}

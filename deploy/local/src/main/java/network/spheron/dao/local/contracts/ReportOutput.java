package network.spheron.dao.local.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.stream.Collectors;
import network.spheron.dao.chain.report.DeploymentReport;
import network.spheron.dao.chain.report.Finding;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a report is printed, and what the command ends with. */
final class ReportOutput {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int NAME_WIDTH = 34;

    @Option(names = "--json", description = "print the report as JSON, and nothing else")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** A word beside the report. */
    void note(String words) {
        if (!json) out().println(words);
    }

    /** Prints the report; the exit code is 1 when something in it is not as it should be. */
    int show(DeploymentReport report) {
        out().println(json ? asJson(report) : asText(report));
        out().flush();
        return report.isSound() ? 0 : 1;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private static String asJson(DeploymentReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String asText(DeploymentReport report) {
        StringBuilder text = new StringBuilder("Chain " + report.chainId() + " at block " + report.block() + ", "
                + Instant.ofEpochSecond(report.time()) + "\n");
        String topic = "";
        for (Finding finding : report.findings()) {
            if (!finding.topic().equals(topic)) {
                topic = finding.topic();
                text.append('\n').append(topic).append('\n');
            }
            text.append(line(finding)).append('\n');
        }
        return text.append('\n').append(verdict(report)).toString();
    }

    private static String line(Finding finding) {
        String mark = finding.isSound() ? "  " : "! ";
        String line = mark + String.format("%-" + NAME_WIDTH + "s ", finding.name()) + finding.value();
        return finding.isSound() ? line : line + "\n  " + " ".repeat(NAME_WIDTH) + " ^ " + finding.problem();
    }

    private static String verdict(DeploymentReport report) {
        if (report.isSound()) return "All " + report.findings().size() + " lines are as they should be.";
        return "Not as it should be: "
                + report.problems().stream()
                        .map(finding -> finding.topic() + ", " + finding.name() + " (" + finding.problem() + ")")
                        .collect(Collectors.joining("; "));
    }
}

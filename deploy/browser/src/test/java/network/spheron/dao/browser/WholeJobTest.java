package network.spheron.dao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import network.spheron.dao.journey.JobRun;
import network.spheron.dao.journey.Journey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's workstream from the SIP to the last payout, and the report of it. */
@Order(2)
class WholeJobTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder = Path.of("");

    private static Path report = Path.of("");

    @BeforeAll
    static void runTheJob() {
        report = folder.resolve("report.json");
        ThePlatform.sample().report().write(report);
    }

    @Test
    @Order(1)
    void reportIsValid() throws IOException {
        assertThat(schema().validate(JSON.readTree(report.toFile()))).isEmpty();
    }

    @Test
    @Order(2)
    void everyOutcomeIsThePublishedOne() throws IOException {
        Map<String, List<String>> outcomes = new TreeMap<>();
        for (JsonNode bid : JSON.readTree(report.toFile()).get("bids")) {
            outcomes.put(
                    bid.get("bid_id").asText(),
                    List.of(bid.get("outcome").asText(), bid.get("reason").asText()));
        }
        assertThat(outcomes).isEqualTo(published());
    }

    @Test
    @Order(3)
    void everyMilestoneIsPaid() throws IOException {
        JsonNode agreements = JSON.readTree(report.toFile()).get("agreements");
        assertThat(agreements).isNotEmpty();
        assertThat(agreements.findValuesAsText("state")).isNotEmpty().containsOnly("PAID");
    }

    @Test
    @Order(4)
    void chainConfirmsTheReport() {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        assertThat(JobRun.audit(report, new PrintStream(lines, true, StandardCharsets.UTF_8)))
                .as(lines.toString(StandardCharsets.UTF_8))
                .isTrue();
    }

    @Test
    @Order(5)
    void chainContradictsAReportWithOneChangedFigure() throws IOException {
        JsonNode changed = JSON.readTree(report.toFile());
        ObjectNode bid = (ObjectNode) changed.get("bids").get(0);
        bid.put("yes", bid.get("yes").asText() + "0");
        Path forged = folder.resolve("forged.json");
        JSON.writeValue(forged.toFile(), changed);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        assertThat(JobRun.audit(forged, new PrintStream(lines, true, StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(lines.toString(StandardCharsets.UTF_8)).contains("FAILED");
    }

    @Test
    @Order(6)
    void finishedJobRunAgainSendsNothing() {
        Map<String, Long> before = ServerKeys.settledNonces();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        Journey.Outcome again = ThePlatform.jobs(new PrintStream(lines, true, StandardCharsets.UTF_8))
                .sample();
        assertThat(again).isEqualTo(ThePlatform.sample());
        assertThat(ServerKeys.settledNonces()).isEqualTo(before);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream file = Journey.class.getResourceAsStream("/report.schema.json")) {
            assertThat(file).isNotNull();
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(file);
        }
    }

    /** Outcome and reason by bid id, from the sample's own columns. */
    private static Map<String, List<String>> published() throws IOException {
        Path sample = Path.of(System.getProperty("root.dir"), "deploy", "sample", "bids.csv");
        Map<String, List<String>> outcomes = new TreeMap<>();
        try (Stream<String> rows = Files.lines(sample)) {
            rows.skip(1).map(row -> row.split(",", -1)).forEach(row -> outcomes.put(row[1], List.of(row[7], row[8])));
        }
        return outcomes;
    }
}

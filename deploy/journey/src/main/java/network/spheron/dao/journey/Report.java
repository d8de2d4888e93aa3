package network.spheron.dao.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * What a job came to; in JSON by {@code report.schema.json}. Amounts are decimal strings in the CSV's units.
 *
 * @param mandateId the mandate on chain that the workstream was run under
 * @param block the final block at which the figures were read
 */
public record Report(
        String workstream,
        String budget,
        RuleUsed rule,
        String mandateId,
        List<BidLine> bids,
        List<AgreementLine> agreements,
        List<BudgetLine> budgetLines,
        Map<String, String> contracts,
        String rpcUrl,
        long block,
        Seconds seconds,
        Map<String, Long> memoryMb) {
    static final String FUNDED = "FUNDED";
    static final String NOT_FUNDED = "NOT FUNDED";
    static final String OVER_BUDGET = "Over Budget";
    static final String BELOW_THRESHOLD = "Approval Threshold";
    static final String ANNULLED = "Award Annulled";
    static final String DISQUALIFIED = "Disqualified";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public record RuleUsed(String quorum, int marginBps) {}

    public record BidLine(
            String bidId,
            int bidIndex,
            String yes,
            String no,
            String abstain,
            String requested,
            String outcome,
            String reason) {}

    public record AgreementLine(
            String bidId, String agreementId, String payee, String token, List<MilestoneLine> milestones) {}

    /**
     * A milestone and what became of it.
     *
     * @param transaction hash of the transaction that paid it, or empty
     */
    public record MilestoneLine(String amount, String state, String transaction) {}

    /** {@code after = before - reserved - paid}, where reserved and paid are this job's own. */
    public record BudgetLine(String name, String before, String reserved, String paid, String after) {}

    /** Wall-clock seconds from the start command to the platform's readiness, and of the job itself. */
    public record Seconds(long start, long job) {}

    static Report read(Path file) {
        if (!Files.isReadable(file)) {
            throw new InputProblem(file + " does not exist or cannot be read");
        }
        try {
            return JSON.readValue(file.toFile(), Report.class);
        } catch (JsonProcessingException notOurs) {
            throw new InputProblem(file + " is not a report of deploy/demo: " + notOurs.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Writes beside the target and renames, so that a report is there whole or not at all. */
    public void write(Path file) {
        Path target = file.toAbsolutePath();
        try {
            Path half = Files.createTempFile(
                    target.getParent(), target.getFileName().toString(), ".part");
            JSON.writeValue(half.toFile(), this);
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new InputProblem(file + ": cannot be written: " + unwritable.getMessage());
        }
    }
}

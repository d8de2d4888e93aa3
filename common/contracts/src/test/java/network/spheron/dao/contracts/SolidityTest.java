package network.spheron.dao.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts' own tests, run by forge, each reported as a test of this build. */
class SolidityTest {
    /** Largest deployed code, in bytes: below the 24,576 of EIP-170 by what a correction may take. */
    private static final int LARGEST_CODE = 23_500;

    /** What every action costs: nothing becomes dearer unnoticed. */
    private static final Path GAS = Tool.MODULE.resolve("gas.json");

    /** What marks a line of it among what the tests in test/gas print. */
    private static final String GAS_LINE = "gas.json ";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode suites;

    @BeforeAll
    static void runForge() throws IOException {
        Tool run = Tool.run("forge", "test", "--json", "-vv");
        assertThat(run.output())
                .as("what forge printed; it ended with %d", run.exitCode())
                .startsWith("{");
        suites = JSON.readTree(run.output());
    }

    @TestFactory
    Stream<DynamicNode> contractsBehave() {
        return suites.properties().stream()
                .map(suite -> dynamicContainer(
                        suite.getKey(),
                        suite.getValue().path("test_results").properties().stream()
                                .map(SolidityTest::reported)));
    }

    @Test
    void gasIsAsCommitted() throws IOException {
        List<String> measured = measuredGas();
        if (Boolean.getBoolean("gas.write")) Files.write(GAS, measured);
        List<String> committed = Files.readAllLines(GAS);
        assertThat(Stream.concat(linesMissing("-", committed, measured), linesMissing("+", measured, committed)))
                .as("changes of gas.json; to accept them: mvn -pl common/contracts -am verify -Dgas.write")
                .isEmpty();
    }

    @Test
    void sourcesAreFormatted() {
        Tool check = Tool.run("forge", "fmt", "--check");
        assertThat(check.exitCode()).as("run forge fmt: %s", check.output()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void contractFitsTheSizeLimit(ContractName contract) throws IOException {
        String code =
                Compiled.of(contract).path("deployedBytecode").path("object").asText();
        int size = (code.length() - 2) / 2;
        System.out.printf("%-16s %,7d bytes of code%n", contract.key(), size);
        assertThat(size).as("bytes").isPositive().isLessThanOrEqualTo(LARGEST_CODE);
    }

    /** The lines of gas.json, as they should be. */
    private static List<String> measuredGas() {
        String figures = suites.findValues("decoded_logs").stream()
                .flatMap(logs -> StreamSupport.stream(logs.spliterator(), false))
                .map(JsonNode::asText)
                .filter(line -> line.startsWith(GAS_LINE))
                .map(line -> "  " + line.substring(GAS_LINE.length()))
                .sorted()
                .collect(Collectors.joining(",\n", "{\n", "\n}"));
        return figures.lines().toList();
    }

    private static Stream<String> linesMissing(String sign, List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).map(line -> sign + line);
    }

    private static DynamicTest reported(Map.Entry<String, JsonNode> test) {
        return dynamicTest(test.getKey(), () -> {
            JsonNode result = test.getValue();
            assumeFalse(
                    result.path("status").asText().equals("Skipped"),
                    () -> test.getKey() + " was skipped: "
                            + result.path("reason").asText());
            assertThat(result.path("status").asText())
                    .as("%s: %s %s", test.getKey(), result.path("reason"), result.path("counterexample"))
                    .isEqualTo("Success");
        });
    }
}

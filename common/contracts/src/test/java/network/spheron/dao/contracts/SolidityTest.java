package network.spheron.dao.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contracts' own tests, run by forge, each reported as a test of this build. */
class SolidityTest {
    /** Largest deployed code, in bytes: below the 24,576 of EIP-170 by what a correction may take. */
    private static final int LARGEST_CODE = 23_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicNode> contractsBehave() throws IOException {
        Tool run = Tool.run("forge", "test", "--json");
        assertThat(run.output()).as("what forge printed").startsWith("{");
        return JSON.readTree(run.output()).properties().stream()
                .map(suite -> dynamicContainer(
                        suite.getKey(),
                        suite.getValue().path("test_results").properties().stream()
                                .map(SolidityTest::reported)));
    }

    @Test
    void sourcesAreFormatted() {
        Tool check = Tool.run("forge", "fmt", "--check");
        assertThat(check.exitCode()).as("run forge fmt: %s", check.output()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void contractFitsTheSizeLimit(ContractName contract) throws IOException {
        int size = (deployedCode(contract).length() - 2) / 2;
        System.out.printf("%-16s %,7d bytes of code%n", contract.key(), size);
        assertThat(size).as("bytes").isPositive().isLessThanOrEqualTo(LARGEST_CODE);
    }

    private static String deployedCode(ContractName contract) throws IOException {
        String name = contract == ContractName.PAYMENT_TOKEN ? "LocalToken" : camelCase(contract.key());
        Path artifact = Tool.MODULE.resolve("out/" + name + ".sol/" + name + ".json");
        return JSON.readTree(artifact.toFile())
                .path("deployedBytecode")
                .path("object")
                .asText();
    }

    private static String camelCase(String key) {
        return Stream.of(key.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
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

package network.spheron.dao.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The committed ABIs and creation codes, by which anyone can check what is deployed without compiling: they must be, byte for
 * byte, what this build makes of the sources.
 */
class ArtifactsTest {
    private static final Path COMMITTED = Tool.MODULE.resolve("artifacts");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();

    @ParameterizedTest
    @EnumSource
    void artifactIsAsCommitted(ContractName contract) throws IOException {
        Path file = COMMITTED.resolve(fileName(contract));
        String built = artifact(contract);
        if (Boolean.getBoolean("artifacts.write")) write(file, built);
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s; to accept what was built: mvn -pl common/contracts -am verify -Dartifacts.write", file)
                .isEqualTo(built);
    }

    @Test
    void nothingElseIsCommitted() throws IOException {
        Set<String> known =
                Stream.of(ContractName.values()).map(ArtifactsTest::fileName).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(COMMITTED)) {
            assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(known);
        }
    }

    private static String fileName(ContractName contract) {
        return Compiled.className(contract) + ".json";
    }

    private static String artifact(ContractName contract) throws IOException {
        JsonNode compiled = Compiled.of(contract);
        ObjectNode kept = JSON.createObjectNode();
        kept.set("abi", compiled.path("abi"));
        kept.set("bytecode", compiled.path("bytecode").path("object"));
        return PRETTY.writeValueAsString(kept) + "\n";
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}

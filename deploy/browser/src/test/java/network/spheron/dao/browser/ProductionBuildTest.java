package network.spheron.dao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import network.spheron.dao.local.DemoKeys;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is built for production has nothing of the demo in it. */
@Order(1)
class ProductionBuildTest {
    /** The demo wallet's own words and places, the mnemonic, and the keys that it stands for. */
    private static final List<String> MARKS = marks();

    @ParameterizedTest
    @ValueSource(strings = {"governance", "marketplace", "treasury"})
    void applicationHoldsNoDemoWalletAndNoDemoKey(String service) throws IOException {
        Path application = Path.of(System.getProperty("root.dir"), service + "-service", "target", "quarkus-app");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(application)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                look(application.relativize(file).toString(), Files.readAllBytes(file), found);
            }
        }
        assertThat(found).isEmpty();
    }

    private static void look(String name, byte[] content, List<String> found) throws IOException {
        // One character per byte, so that text is found in any kind of file.
        String text = new String(content, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        MARKS.stream().filter(text::contains).forEach(mark -> found.add(name + " contains " + mark));
        if (name.endsWith(".jar")) {
            try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(content))) {
                for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                    look(name + "!" + entry.getName(), all(jar), found);
                }
            }
        }
    }

    private static byte[] all(InputStream stream) throws IOException {
        return stream.readAllBytes();
    }

    private static List<String> marks() {
        List<String> marks = new ArrayList<>(List.of(
                DemoKeys.MNEMONIC,
                "network.spheron.demo",
                "spheron demo wallet",
                "/local/rpc",
                "network/spheron/dao/local/"));
        IntStream.range(0, DemoKeys.FUNDED_ACCOUNTS)
                .mapToObj(index -> DemoKeys.privateKey(index).substring(2))
                .forEach(marks::add);
        return marks;
    }
}

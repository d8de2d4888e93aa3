package network.spheron.dao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The rules of the portal's script that need no browser; they are tested by Node, next to this. */
class PortalScriptTest {
    @Test
    void rulesOfTheScriptHold() throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "--test", "--test-reporter=tap")
                .directory(new File("src/test/portal"))
                .redirectErrorStream(true)
                .start();
        String report = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor()).as(report).isZero();
        assertThat(report).contains("# fail 0").doesNotContain("# pass 0");
    }
}

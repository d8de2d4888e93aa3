package network.spheron.dao.local.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import network.spheron.dao.local.Commands;
import network.spheron.dao.local.data.DataDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RebuildReadModelsTest {
    @TempDir
    Path folder = Path.of("");

    private record Told(int exitCode, String words) {}

    @ParameterizedTest
    @ValueSource(strings = {"governance", "marketplace", "keycloak", "treasury;drop"})
    void serviceThatDeclaresNothingIsRefused(String service) {
        Told told = run(service);

        assertThat(told.exitCode()).isEqualTo(Commands.BAD_INPUT);
        assertThat(told.words()).contains("cannot be rebuilt, only those of treasury");
    }

    @Test
    void withoutAPlatformNothingIsStarted() {
        Told told = run("treasury", "--data", folder.resolve("none").toString());

        assertThat(told.exitCode()).isEqualTo(Commands.BAD_INPUT);
        assertThat(told.words()).contains("there is no platform at").hasLineCount(1);
    }

    @Test
    void platformThatWasNeverStartedIsSaid() {
        DataDirectory.open(folder.resolve("fresh"));

        Told told = run("treasury", "--data", folder.resolve("fresh").toString());

        assertThat(told.exitCode()).isEqualTo(Commands.BAD_INPUT);
        assertThat(told.words()).contains("was never started");
    }

    private static Told run(String... arguments) {
        StringWriter words = new StringWriter();
        int exitCode = Commands.line(new RebuildReadModels())
                .setErr(new PrintWriter(words, true))
                .execute(arguments);
        return new Told(exitCode, words.toString());
    }
}

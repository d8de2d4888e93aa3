package network.spheron.dao.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    @TempDir
    private Path data;

    @ParameterizedTest
    @CsvSource({
        "--port=70000, must be a number from 0 to 65535",
        "--port=-1, must be a number from 0 to 65535",
        "--port=many, is not an int",
        "--ports=1, Unknown option",
        "--data, Missing required parameter",
    })
    void wrongOptionIsNamedInOneLineAndNothingStarts(String option, String message) {
        Told told = run(new Up(), option);
        assertThat(told.exitCode()).isEqualTo(Commands.BAD_INPUT);
        assertThat(told.words()).contains(message).contains("deploy/up --help").hasLineCount(1);
    }

    @Test
    void problemIsToldInOneLineWithItsExitCode() {
        Path foreign = Path.of("src");
        Told told = run(new Reset(), "--data", foreign.toString());
        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.words()).contains("src").hasLineCount(1);
    }

    @Test
    void helpNamesTheOptions() {
        assertThat(Commands.run(new Reset(), "--help")).isZero();
        assertThat(Commands.run(new Reset(), "--data", data.resolve("none").toString()))
                .isZero();
    }

    private record Told(int exitCode, String words) {}

    private static Told run(Callable<Integer> command, String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        System.setErr(new PrintStream(words, true, StandardCharsets.UTF_8));
        try {
            return new Told(Commands.run(command, arguments), words.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }
}

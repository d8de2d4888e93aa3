package network.spheron.dao.local.wrongclock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongClockTest {
    private static final int WAYS_TO_ASK = 8;

    @TempDir
    Path directory;

    @Test
    void everyWayToAskIsThreeDaysAhead() throws IOException, InterruptedException {
        everyWayToAskIsOff(Duration.ofDays(3));
    }

    @Test
    void everyWayToAskIsThreeDaysBehind() throws IOException, InterruptedException {
        everyWayToAskIsOff(Duration.ofDays(-3));
    }

    private void everyWayToAskIsOff(Duration offset) throws IOException, InterruptedException {
        Map<String, Instant> answers = ask(WrongClock.by(offset, directory));

        assertThat(answers).hasSize(WAYS_TO_ASK);
        answers.forEach((way, answer) ->
                assertThat(answer).as(way).isCloseTo(Instant.now().plus(offset), within(1, ChronoUnit.MINUTES)));
    }

    private static Map<String, Instant> ask(Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WhatTime.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        java.environment().putAll(environment);
        Process process = java.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        Map<String, Instant> answers = new LinkedHashMap<>();
        output.lines().map(line -> line.split(" ", 2)).forEach(each -> answers.put(each[0], Instant.parse(each[1])));
        return answers;
    }
}

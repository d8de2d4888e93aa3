package network.spheron.dao.local.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.messaging.ParkedAggregates.Parked;
import network.spheron.dao.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DeadLettersTest {
    private static final String SIP = "governance.sip";

    private final ServiceDatabase service = new ServiceDatabase();

    @Test
    void parkedAggregatesAreListedWithTheirReasons() {
        service.parks(SIP, "7", "title is missing", "{}", "{}");
        service.parks("treasury.mandate", "3", "unknown type MoonLanded", "{}");

        Told told = run("list");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("governance.sip 7  DEAD since ")
                .contains(", 2 events")
                .contains("title is missing")
                .contains("treasury.mandate 3  DEAD")
                .contains("unknown type MoonLanded");
    }

    @Test
    void nothingParkedIsSaid() {
        assertThat(run("list")).isEqualTo(new Told(0, "Nothing is parked.\n", ""));
        assertThat(run("dropped")).isEqualTo(new Told(0, "Nothing was dropped.\n", ""));
    }

    @Test
    void eventsAreShownInOrderAndTheFirstInFull() {
        service.parks(SIP, "7", "title is missing", "{\"first\":1}", "{\"second\":2}");

        Told told = run("show", SIP, "7");

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("offset 40 of partition 1: SipProposed, id 00000000-0000-4000-8000-000000000000, 11 bytes,"
                        + " dead-lettered\n  offset 41 of partition 1")
                .contains("{\"first\":1}")
                .doesNotContain("{\"second\":2}");
    }

    @Test
    void whatOthersWroteCannotSteerTheTerminal() {
        service.parks(SIP, "7", "bad \u001b[2J\u202e reason", "\u001b]0;title\u0007\n{}");

        assertThat(run("list").out()).contains("bad \\u001b[2J\\u202e reason").doesNotContain("\u001b");
        assertThat(run("show", SIP, "7").out())
                .contains("\\u001b]0;title\\u0007\\u000a{}")
                .doesNotContain("\u001b");
    }

    @Test
    void retryWaitsUntilTheServiceHasHandledIt() {
        service.parks(SIP, "7", "title is missing", "{}");
        CompletableFuture<Void> handling = CompletableFuture.runAsync(() -> {
            awaitAsked();
            service.handles(SIP, "7");
        });

        Told told = run("retry", SIP, "7");

        handling.join();
        assertThat(told).isEqualTo(new Told(0, "governance.sip 7 is handled.\n", ""));
    }

    @Test
    @Timeout(120)
    void retryThatFailsTellsTheNewReason() {
        service.parks(SIP, "7", "title is missing", "{}", "{}");
        CompletableFuture<Void> failing = CompletableFuture.runAsync(() -> {
            awaitAsked();
            service.keepsParked(SIP, "7", "text is missing");
        });

        Told told = run("retry", SIP, "7", "--wait", "600");

        failing.join();
        assertThat(told).isEqualTo(new Told(1, "governance.sip 7 stays parked with 2 events: text is missing\n", ""));
    }

    @Test
    void retryWithoutARunningServiceIsLeftToIt() {
        service.parks(SIP, "7", "title is missing", "{}");

        Told told = run("retry", SIP, "7", "--wait", "0");

        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.out()).contains("was not tried within 0 s; the service tries it once it runs");
        assertThat(service.parked().find(SIP, "7").orElseThrow().state()).isEqualTo("WAITING");
    }

    @Test
    void droppedEventIsOnRecordWithReasonAndName() {
        service.parks(SIP, "7", "title is missing", "{}", "{}");

        Told told = run("drop", SIP, "7", "--offset", "40", "--reason", "sent by a test");

        assertThat(told).isEqualTo(new Told(0, "Offset 40 of governance.sip 7 is dropped.\n", ""));
        assertThat(run("dropped").out())
                .contains("governance.sip 7 offset 40  by postgres at ")
                .contains(": sent by a test")
                .contains("parked because: title is missing");
        assertThat(service.parked().find(SIP, "7").map(Parked::events)).contains(1L);
    }

    @Test
    void dropOfAnotherThanTheFirstEventIsRefused() {
        service.parks(SIP, "7", "title is missing", "{}", "{}");

        Told told = run("drop", SIP, "7", "--offset", "41", "--reason", "sent by a test");

        assertThat(told.exitCode()).isEqualTo(1);
        assertThat(told.err()).contains("its first event has offset 40");
        assertThat(service.parked().events(SIP, "7")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'Missing command: list, show, retry, drop or dropped; see deploy/dead-letters --help'",
        "'forget', 'Unmatched argument'",
        "'show governance.sip', 'Missing required parameter'",
        "'show governance.sips 7', 'governance.sips is no topic; there are governance.'",
        "'show governance.sip 8', 'governance.sip 8 is not parked in test_'",
        "'retry governance.sip 8', 'governance.sip 8 is not parked in test_'",
        "'retry governance.sip 7 --wait soon', 'Invalid value'",
        "'retry governance.sip 7 --wait -1', '--wait is a number of seconds'",
        "'drop governance.sip 7 --offset 40', 'Missing required option'",
        "'drop governance.sip 7 --reason why', 'Missing required option'",
        "'drop governance.sip 7 --offset first --reason why', 'Invalid value'",
        "'drop governance.sip 7 --offset 40 --reason ', '--reason has to say why'",
        "'list --service treasury', '--database takes the place of --data and --service'",
    })
    void badInputIsRefusedInWords(String arguments, String problem) {
        service.parks(SIP, "7", "title is missing", "{}");

        Told told = run(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

        assertThat(told.exitCode()).isEqualTo(2);
        assertThat(told.err()).contains(problem);
        assertThat(service.parked().events(SIP, "7")).hasSize(1);
    }

    @Test
    void databaseThatCannotBeReachedIsNamed() {
        TestDatabase there = service.address();
        String url = there.jdbcUrl();

        assertThat(told(Map.of(), "list", "--database", url).err()).contains("--database needs --user");
        assertThat(told(Map.of(), "list", "--database", url, "--user", "op").err())
                .contains("set SPHERON_DATABASE_PASSWORD");
        assertThat(told(Map.of("SPHERON_DATABASE_PASSWORD", "x"), "list", "--database", "nowhere", "--user", "op")
                        .err())
                .contains("nowhere is no address of a database");
        assertThat(told(Map.of("SPHERON_DATABASE_PASSWORD", "x"), "list", "--database", url + "0", "--user", "postgres")
                        .err())
                .contains("does not exist");
        assertThat(told(Map.of(), "list", "--user", "op").err()).contains("--user goes with --database");
    }

    @Test
    void localPlatformThatIsNotThereIsNamed(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing");
        Path foreign = Files.createDirectories(folder.resolve("foreign"));
        Path fresh = DataDirectory.open(folder.resolve("fresh")).path();

        assertThat(told(Map.of(), "list", "--data", missing.toString()).err()).contains("there is no platform at");
        assertThat(told(Map.of(), "list", "--data", foreign.toString()).err()).contains("was not made by deploy/up");
        assertThat(told(Map.of(), "list", "--data", fresh.toString()).err()).contains("was never started");
        assertThat(told(Map.of(), "list", "--data", fresh.toString(), "--service", "bank")
                        .err())
                .contains("bank is no service; there are governance, marketplace, treasury");
        assertThat(missing).doesNotExist();
    }

    private void awaitAsked() {
        while (!service.parked().find(SIP, "7").orElseThrow().isAskedFor()) {
            Thread.onSpinWait();
        }
    }

    private Told run(String... arguments) {
        TestDatabase there = service.address();
        Stream<String> where = Stream.of("--database", there.jdbcUrl(), "--user", there.username());
        boolean bare = arguments.length == 0;
        return told(
                Map.of(Databases.PASSWORD_VARIABLE, there.password()),
                bare ? arguments : Stream.concat(Stream.of(arguments), where).toArray(String[]::new));
    }

    private static Told told(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line =
                DeadLetters.line(environment).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Told(line.execute(arguments), out.toString(), err.toString());
    }

    /** What came back. */
    private record Told(int exitCode, String out, String err) {}
}

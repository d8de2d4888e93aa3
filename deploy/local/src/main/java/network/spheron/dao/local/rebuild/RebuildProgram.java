package network.spheron.dao.local.rebuild;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import network.spheron.dao.local.Installation;
import network.spheron.dao.local.component.JavaCommand;
import network.spheron.dao.local.process.CannotStart;

/**
 * The service's own program, started to rebuild and end. It serves no requests, and gets none of the service's secrets but
 * the password of its database: the keys that the program asks for are made up.
 */
final class RebuildProgram {
    private static final int HEAP_MEGABYTES = 256;
    private static final int KEY_BYTES = 32;
    private static final int DIFFERENT = 1;

    private final LiveService live;
    private final SecondDatabase second;
    private final SecureRandom random = new SecureRandom();

    RebuildProgram(LiveService live, SecondDatabase second) {
        this.live = live;
        this.second = second;
    }

    /**
     * Runs it and prints what it found.
     *
     * @return 0 when everything is equal, else 1
     * @throws CannotStart when it could not rebuild
     */
    int run(boolean replace, PrintWriter out) {
        Path directory = live.data().directory("services/" + second.name());
        Path report = directory.resolve("report.txt");
        Path log = live.data().directory("logs").resolve(second.name() + ".log");
        try {
            Files.deleteIfExists(report);
            write(directory, report, replace);
            int exitCode = run(directory, log);
            String found = Files.exists(report) ? Files.readString(report) : "";
            if (exitCode != 0 && exitCode != DIFFERENT) {
                throw new CannotStart(
                        CannotStart.FAILED,
                        (found.isBlank() ? "the program ended with exit code " + exitCode : found.strip()) + "; see "
                                + log);
            }
            out.print(found);
            out.flush();
            return exitCode;
        } catch (IOException e) {
            throw new CannotStart("the read models cannot be rebuilt: " + e.getMessage(), e);
        }
    }

    private void write(Path directory, Path report, boolean replace) throws IOException {
        Properties settings = new Properties();
        settings.putAll(live.settings());
        settings.putAll(Map.of(
                "quarkus.datasource.jdbc.url",
                live.jdbcUrl(second.name()),
                "quarkus.http.host-enabled",
                "false",
                "quarkus.management.host-enabled",
                "false",
                "quarkus.oidc.tenant-enabled",
                "false",
                "quarkus.oidc.portal.tenant-enabled",
                "false",
                "spheron.rebuild.enabled",
                "true",
                "spheron.rebuild.live.url",
                live.jdbcUrl(live.name()),
                "spheron.rebuild.live.username",
                live.name(),
                "spheron.rebuild.report",
                report.toString(),
                "spheron.rebuild.replace",
                Boolean.toString(replace)));
        Path config = Files.createDirectories(directory.resolve("config"));
        try (Writer writer = Files.newBufferedWriter(config.resolve("application.properties"))) {
            settings.store(writer, null);
        }
    }

    private Map<String, String> secrets() {
        Map<String, String> secrets = new HashMap<>();
        secrets.put("QUARKUS_PROFILE", "local");
        secrets.put("MALLOC_ARENA_MAX", "2");
        secrets.put("QUARKUS_DATASOURCE_PASSWORD", live.password());
        secrets.put("SPHERON_REBUILD_LIVE_PASSWORD", live.password());
        for (String key : new String[] {"CHAIN_RELAY_KEY", "IDENTITY_CLIENT_SECRET", "IDENTITY_SESSION_SECRET"}) {
            secrets.put("SPHERON_" + key, madeUp());
        }
        return secrets;
    }

    private String madeUp() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    private int run(Path directory, Path log) throws IOException {
        Path jar = Installation.current().service(live.name());
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.program(HEAP_MEGABYTES, jar))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(secrets());
        Process process = builder.start();
        Thread end = new Thread(process::destroy, "rebuild-end");
        Runtime.getRuntime().addShutdownHook(end);
        try {
            int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(end);
            return exitCode;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new CannotStart("the rebuild was interrupted", e);
        }
    }
}

package network.spheron.dao.rebuild;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Has a process that was started to rebuild do so, write down what it found, and end: with 0 when everything is equal or
 * was replaced, with 1 when something differs, with 2 when it could not be told.
 */
@Singleton
class RebuildRun {
    private static final Logger LOG = Logger.getLogger(RebuildRun.class);
    private static final int LAST = 10_000;
    private static final int DONE = 0;
    private static final int DIFFERENT = 1;
    private static final int FAILED = 2;

    private final RebuildConfig config;
    private final Rebuild rebuild;
    private final DataSource database;
    private final Instance<ReadModel> models;

    RebuildRun(RebuildConfig config, Rebuild rebuild, DataSource database, @Any Instance<ReadModel> models) {
        this.config = config;
        this.rebuild = rebuild;
        this.database = database;
        this.models = models;
    }

    void start(@Observes @Priority(LAST) StartupEvent start) {
        if (!config.enabled()) {
            return;
        }
        if (!models.isResolvable()) {
            throw new IllegalStateException("this service does not say which of its tables can be rebuilt");
        }
        new Thread(this::run, "rebuild").start();
    }

    private void run() {
        int exitCode = FAILED;
        try {
            exitCode = rebuild();
        } catch (SQLException | RuntimeException e) {
            LOG.errorf(e, "The rebuild has ended early: %s", e.getMessage());
            write(List.of("The rebuild has ended early: " + e.getMessage()));
        } finally {
            Quarkus.asyncExit(exitCode);
        }
    }

    private int rebuild() throws SQLException {
        Declaration declaration = Declaration.of(models.get());
        List<String> lines = new ArrayList<>();
        boolean equal;
        try (Snapshot live = new Snapshot(live())) {
            lines.add("As of block " + live.followed().number() + ":");
            List<Finding> findings = rebuild.run(declaration, live);
            findings.forEach(finding -> lines.addAll(finding.lines()));
            equal = findings.stream().allMatch(Finding::isEqual);
        }
        lines.add(equal ? "The rebuilt read models equal the live ones." : "The rebuilt read models differ.");
        if (config.replace()) {
            replace(declaration);
            lines.add("The rebuilt rows are in the place of the live ones.");
        }
        write(lines);
        return equal || config.replace() ? DONE : DIFFERENT;
    }

    private void replace(Declaration declaration) throws SQLException {
        try (Connection live = live();
                Connection rebuilt = database.getConnection()) {
            new Replacement(declaration).run(live, rebuilt);
        }
    }

    private Connection live() throws SQLException {
        return DriverManager.getConnection(
                given("url", config.live().url()),
                given("username", config.live().username()),
                given("password", config.live().password()));
    }

    private static String given(String name, Optional<String> value) {
        return value.orElseThrow(() -> new IllegalStateException("spheron.rebuild.live." + name + " is not set"));
    }

    private void write(List<String> lines) {
        lines.forEach(LOG::info);
        config.report().ifPresent(file -> {
            try {
                Files.write(file, lines);
            } catch (IOException e) {
                LOG.errorf("%s cannot be written: %s", file, e.getMessage());
            }
        });
    }
}

package network.spheron.dao.faults.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.faults.Fault;
import network.spheron.dao.faults.Scene;
import network.spheron.dao.faults.site.Database;
import network.spheron.dao.faults.site.Step;

/**
 * The disk on which PostgreSQL keeps what treasury has still to do is full when the step comes. Expected: PostgreSQL refuses,
 * treasury tries again, and when there is room the step happens once. Needs root, to mount a small file system.
 */
final class DiskFull implements Fault {
    private static final List<String> TABLES = List.of("inbox", "outbox", "chain_submission", "chain_attempt");
    private static final String SPACE = "fault_disk";

    @Override
    public int number() {
        return 12;
    }

    @Override
    public String title() {
        return "PostgreSQL's disk full";
    }

    @Override
    public List<Step> steps() {
        return List.of(Step.AWARD, Step.FUND, Step.APPROVE, Step.PAY);
    }

    @Override
    public Optional<String> lacks() {
        return SmallDisk.lacks();
    }

    @Override
    public void strike(Scene scene) {
        Database treasury = scene.site().database("treasury");
        Path log = scene.site().platform().data().resolve("logs/postgres.log");
        SmallDisk disk = disk(scene);
        disk.mount();
        treasury.change("create tablespace " + SPACE + " location '" + disk.path() + "'");
        for (String table : TABLES) {
            // Packed first, and then no row may go into a page that has more than a few: the next one needs another
            // page.
            treasury.change("vacuum full " + table);
            treasury.change("alter table " + table + " set (fillfactor = 10)");
            treasury.change("alter table " + table + " set tablespace " + SPACE);
        }
        disk.fill();
        long before = refusals(log);
        scene.begin();
        scene.expectSoon("PostgreSQL refuses to write", Times.MOMENT, () -> refusals(log) > before);
    }

    @Override
    public void heal(Scene scene) {
        Database treasury = scene.site().database("treasury");
        SmallDisk disk = disk(scene);
        disk.empty();
        for (String table : TABLES) {
            treasury.change("alter table " + table + " reset (fillfactor)");
            treasury.change("alter table " + table + " set tablespace pg_default");
        }
        treasury.change("drop tablespace if exists " + SPACE);
        disk.unmount();
    }

    private static SmallDisk disk(Scene scene) {
        return new SmallDisk(scene.site().platform().data().resolve("small-disk"));
    }

    private static long refusals(Path log) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.contains("No space left on device"))
                    .count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

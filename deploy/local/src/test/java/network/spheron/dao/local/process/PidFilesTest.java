package network.spheron.dao.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesTest {
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path directory;

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void orphansAreStoppedLatestFirst() throws Exception {
        PidFiles earlier = new PidFiles(directory);
        Process first = sleeper();
        earlier.record("first", first.pid());
        Process second = sleeper();
        earlier.record("second", second.pid());
        Files.setLastModifiedTime(directory.resolve("first.pid"), java.nio.file.attribute.FileTime.fromMillis(1));

        List<String> stopped = new PidFiles(directory).stopOrphans();

        assertThat(stopped).containsExactly("second", "first");
        assertThat(first.waitFor()).isNotZero();
        assertThat(second.waitFor()).isNotZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anotherProcessWithTheSameNumberIsLeftAlone() throws Exception {
        Process foreign = sleeper();
        ProcessIdentity identity = ProcessIdentity.of(foreign.pid()).orElseThrow();
        ProcessIdentity earlier = new ProcessIdentity(foreign.pid(), identity.startTick() - 1, identity.bootId());
        Files.writeString(directory.resolve("ours.pid"), earlier.line());

        List<String> stopped = new PidFiles(directory).stopOrphans();

        assertThat(stopped).isEmpty();
        assertThat(foreign.isAlive()).isTrue();
    }

    @Test
    void damagedRecordIsIgnored() throws Exception {
        Files.writeString(directory.resolve("ours.pid"), "17 x");

        assertThat(new PidFiles(directory).stopOrphans()).isEmpty();
    }

    private Process sleeper() throws IOException {
        Process process = new ProcessBuilder("sleep", "60").start();
        processes.add(process);
        return process;
    }
}

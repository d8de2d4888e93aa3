package network.spheron.dao.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.process.CannotStart;
import network.spheron.dao.local.process.PidFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetTest {
    @TempDir
    Path directory;

    @Test
    void whatTheStackDidNotMakeIsNotDeleted() throws Exception {
        Path thesis = Files.writeString(directory.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> Reset.reset(directory)).isInstanceOf(CannotStart.class);

        assertThat(thesis).exists();
    }

    @Test
    void runningProcessesAreStoppedBeforeTheirDataIsDeleted() throws Exception {
        DataDirectory data = DataDirectory.open(directory.resolve("data"));
        Process left = new ProcessBuilder("sleep", "60").start();
        new PidFiles(data.directory("run")).record("postgres", left.pid());

        boolean found = Reset.reset(data.path());

        assertThat(found).isTrue();
        assertThat(left.waitFor()).isNotZero();
        assertThat(data.path()).doesNotExist();
    }

    @Test
    void nothingToResetIsFine() {
        assertThat(Reset.reset(directory.resolve("never"))).isFalse();
    }
}

package network.spheron.dao.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import network.spheron.dao.local.process.CannotStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path directory;

    @Test
    void directoryWithSomethingElseInItIsRefused() throws IOException {
        Files.writeString(directory.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataDirectory.open(directory))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refusal -> assertThat(refusal.getExitCode()).isEqualTo(CannotStart.REFUSED));
        assertThatThrownBy(() -> DataDirectory.existing(directory)).isInstanceOf(CannotStart.class);
        assertThat(directory).isDirectoryContaining(file -> file.endsWith("thesis.txt"));
    }

    @Test
    void onlyOneLauncherAtATimeHasTheDirectory() throws IOException {
        DataDirectory data = DataDirectory.open(directory);
        try (FileChannel lock = data.lock().orElseThrow()) {
            assertThat(lock.isOpen()).isTrue();
            assertThat(data.lock()).isEmpty();
        }
        assertThat(data.lock()).isPresent();
    }

    @Test
    void deletingLeavesWhatLinksPointToAlone(@TempDir Path elsewhere) throws IOException {
        Path kept = Files.writeString(elsewhere.resolve("kept"), "");
        DataDirectory data = DataDirectory.open(directory.resolve("data"));
        Files.createSymbolicLink(data.directory("postgres").resolve("link"), elsewhere);

        data.delete();

        assertThat(data.path()).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void secretsStayTheSameAndAreReadableByTheirOwnerOnly() throws IOException {
        DataDirectory data = DataDirectory.open(directory);

        String secret = new Secrets(data).get("oidc.portal");

        assertThat(secret).hasSize(43).isNotEqualTo(new Secrets(data).get("oidc.session"));
        assertThat(new Secrets(data).get("oidc.portal")).isEqualTo(secret);
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.resolve("secrets.properties"))))
                .isEqualTo("rw-------");
    }
}

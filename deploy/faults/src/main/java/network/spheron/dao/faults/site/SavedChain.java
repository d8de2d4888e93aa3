package network.spheron.dao.faults.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

/** The chain's state at a moment at which no blocks were made, to go back to. */
public final class SavedChain {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Site site;
    private final Path state;
    private final Path copy;

    private SavedChain(Site site, Path state, Path copy) {
        this.site = site;
        this.state = state;
        this.copy = copy;
    }

    /** Waits until the node has written its state once more, and keeps that. */
    public static SavedChain of(Site site) {
        Path state = site.platform().data().resolve("chain/state.json");
        SavedChain saved = new SavedChain(site, state, state.resolveSibling("state.saved"));
        FileTime before = saved.written();
        Patience.until(
                "the node to write its state", PATIENCE, () -> !saved.written().equals(before));
        FileTime next = saved.written();
        // The first may have been begun before the last block; the second was not.
        Patience.until(
                "the node to write its state again",
                PATIENCE,
                () -> !saved.written().equals(next));
        saved.copy(state, saved.copy);
        return saved;
    }

    /** Ends the node, and starts it again with what was kept. */
    public void restore() {
        site.platform().kill("chain");
        copy(copy, state);
        site.platform().restart("chain");
    }

    private FileTime written() {
        try {
            return Files.getLastModifiedTime(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

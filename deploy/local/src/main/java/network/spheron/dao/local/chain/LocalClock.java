package network.spheron.dao.local.chain;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The local chain's clock: it runs with the computer's clock, ahead of it by an offset that people may enlarge. The
 * node forgets the offset when it ends, so it is kept in a file.
 */
public final class LocalClock {
    /** Blocks mined after a move, so that the moved time is final at once. */
    private static final int BLOCKS_TO_FINALITY = 3;

    private final NodeRpc node;
    private final Path file;
    private final Clock computer;

    public LocalClock(NodeRpc node, Path file, Clock computer) {
        this.node = node;
        this.file = file;
        this.computer = computer;
    }

    /** The time of the latest block. */
    public Instant now() {
        return Instant.ofEpochSecond(
                Long.decode(block("latest").path("timestamp").asText()));
    }

    /** The number of the latest block. */
    public long head() {
        return Long.decode(block("latest").path("number").asText());
    }

    /** How far the chain is ahead of the computer's clock. */
    public Duration offset() {
        try {
            return Files.exists(file)
                    ? Duration.ofSeconds(Long.parseLong(Files.readString(file).strip()))
                    : Duration.ZERO;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Moves the clock forward, mines until the new time is final, and remembers the offset.
     *
     * @return the chain's new time
     * @throws IllegalArgumentException unless forward
     */
    public synchronized Instant advance(Duration by) {
        if (by.isNegative() || by.isZero()) {
            throw new IllegalArgumentException("the chain's clock only moves forward");
        }
        node.call("evm_increaseTime", by.toSeconds());
        keep(offset().plus(by));
        node.call("anvil_mine", BLOCKS_TO_FINALITY);
        return now();
    }

    /** After a restart of the node: goes on where the remembered offset says. */
    public void resume() {
        long continued = computer.instant().plus(offset()).getEpochSecond();
        long earliest = now().getEpochSecond() + 1;
        node.call("evm_setNextBlockTimestamp", Math.max(continued, earliest));
        // Mined now: a move of the clock before that block would be forgotten over the time set for it.
        node.call("evm_mine");
    }

    private JsonNode block(String tag) {
        return node.call("eth_getBlockByNumber", tag, false);
    }

    private void keep(Duration offset) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(next, Long.toString(offset.toSeconds()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

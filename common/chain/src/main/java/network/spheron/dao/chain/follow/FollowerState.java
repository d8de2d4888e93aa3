package network.spheron.dao.chain.follow;

import jakarta.inject.Singleton;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;

/** How following goes in this process, for health and metrics. */
@Singleton
public class FollowerState {
    private volatile Optional<String> halted = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();
    private volatile Optional<BlockRef> finalHead = Optional.empty();

    /** Why following has stopped for good; only a restart resumes it, after somebody has looked. */
    public Optional<String> halted() {
        return halted;
    }

    /** Why the last round failed, if it did; it is tried again. */
    Optional<String> failure() {
        return failure;
    }

    /** The last final block that the node told. */
    Optional<BlockRef> finalHead() {
        return finalHead;
    }

    void halt(String why) {
        halted = Optional.of(why);
    }

    void failed(String why) {
        failure = Optional.of(why);
    }

    void worked() {
        failure = Optional.empty();
    }

    void sawFinal(BlockRef head) {
        finalHead = Optional.of(head);
    }
}

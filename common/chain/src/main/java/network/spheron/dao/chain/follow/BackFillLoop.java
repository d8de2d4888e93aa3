package network.spheron.dao.chain.follow;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.loop.Loop;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.WrongChain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Fills in listeners that were added later, in a thread of its own, until all of them have joined. */
@Singleton
class BackFillLoop {
    private static final Logger LOG = Logger.getLogger(BackFillLoop.class);

    private final BackFill backFill;
    private final Listeners listeners;
    private final FollowerState state;
    private final Loop loop;
    private @Nullable String failure;

    BackFillLoop(BackFill backFill, Listeners listeners, FollowerState state, ChainConfig config) {
        this.backFill = backFill;
        this.listeners = listeners;
        this.state = state;
        this.loop = new Loop("chain-back-fill", config.pollInterval(), this::round);
    }

    void start(@Observes @Priority(Loop.START) StartupEvent start) {
        if (!listeners.addedLater().isEmpty()) loop.start();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        loop.close();
    }

    private void round() {
        listeners.addedLater().forEach(this::fill);
    }

    // One that fails keeps neither the others added later nor the follower from their work.
    private void fill(String name, ChainListener listener) {
        try {
            while (state.halted().isEmpty() && !loop.isClosing()) {
                if (!backFill.fillPage(name, listener)) return;
            }
        } catch (ChainChanged | WrongChain e) {
            state.halt(String.valueOf(e.getMessage()));
            LOG.errorf("Following the chain has halted: %s", e.getMessage());
        } catch (RuntimeException e) {
            failed(name, e);
        }
    }

    // Tried again every interval, so a lasting failure is logged once.
    private void failed(String name, RuntimeException e) {
        String why = name + ": " + e.getMessage();
        if (Objects.equals(why, failure)) return;
        LOG.warnf(e instanceof ChainUnavailable ? null : e, "The back-fill of %s", why);
        failure = why;
    }
}

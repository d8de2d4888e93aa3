package network.spheron.dao.chain.follow;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.loop.Loop;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.Header;
import network.spheron.dao.chain.node.NodesDisagree;
import network.spheron.dao.chain.node.WrongChain;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the follower in a thread of its own, from start to shutdown. */
@Singleton
class FollowerLoop {
    private static final Logger LOG = Logger.getLogger(FollowerLoop.class);

    private final Follower follower;
    private final PageSource source;
    private final FollowerState state;
    private final Event<ChainAdvanced> advanced;
    private final Loop loop;
    private long compared = -1;

    FollowerLoop(
            Follower follower,
            PageSource source,
            FollowerState state,
            Event<ChainAdvanced> advanced,
            ChainConfig config) {
        this.follower = follower;
        this.source = source;
        this.state = state;
        this.advanced = advanced;
        this.loop = new Loop("chain-follower", config.pollInterval(), this::round);
    }

    void start(@Observes @Priority(Loop.START) StartupEvent start) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        loop.close();
    }

    private void round() {
        if (state.halted().isPresent()) return;
        try {
            catchUp();
            if (state.failure().isPresent()) LOG.info("Following the chain works again");
            state.worked();
        } catch (ChainChanged | WrongChain | NodesDisagree e) {
            state.halt(String.valueOf(e.getMessage()));
            LOG.errorf("Following the chain has halted: %s", e.getMessage());
        } catch (ChainUnavailable e) {
            failed(e, null);
        } catch (RuntimeException e) {
            failed(e, e);
        }
    }

    // Tried again every interval, so a lasting failure is logged once.
    private void failed(RuntimeException failure, @Nullable Throwable trace) {
        String why = String.valueOf(failure.getMessage());
        if (!state.failure().equals(Optional.of(why))) {
            LOG.warnf(trace, "Following the chain is tried again: %s", why);
        }
        state.failed(why);
    }

    private void catchUp() {
        Header finalHead = source.finalHead();
        state.sawFinal(finalHead.block());
        if (finalHead.block().number() != compared) {
            source.requireAgreement(finalHead.block());
            compared = finalHead.block().number();
        }
        Optional<BlockRef> page = follower.followPage(finalHead);
        while (page.isPresent()) {
            tell(page.get());
            if (page.get().number() == finalHead.block().number() || loop.isClosing()) return;
            page = follower.followPage(finalHead);
        }
    }

    // A keeper that fails has its next chance with the next block; it must not hold up the read models.
    private void tell(BlockRef block) {
        ManagedContext request = Arc.container().requestContext();
        request.activate();
        try {
            advanced.fire(new ChainAdvanced(block));
        } catch (RuntimeException e) {
            LOG.errorf(e, "What is due at block %d failed", block.number());
        } finally {
            request.terminate();
        }
    }
}

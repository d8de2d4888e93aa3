package network.spheron.dao.chain.relay;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.follow.ChainReplay;
import network.spheron.dao.chain.follow.FollowerState;
import network.spheron.dao.chain.loop.Loop;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.NodeVerification;
import network.spheron.dao.chain.node.WrongChain;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Runs the relay in a thread of its own: at once when something was accepted or the chain moved, else now and then. */
@Singleton
class RelayLoop {
    private static final Logger LOG = Logger.getLogger(RelayLoop.class);

    private final RelayRound round;
    private final Balances balances;
    private final NodeVerification verification;
    private final FollowerState follower;
    private final boolean rebuilding;
    private final Loop loop;
    private @Nullable String failure;

    RelayLoop(
            RelayRound round,
            Balances balances,
            NodeVerification verification,
            FollowerState follower,
            ChainConfig config,
            @ConfigProperty(name = ChainReplay.REBUILDING, defaultValue = "false") boolean rebuilding) {
        this.round = round;
        this.balances = balances;
        this.verification = verification;
        this.follower = follower;
        this.rebuilding = rebuilding;
        this.loop = new Loop("transaction-relay", config.pollInterval(), this::round);
    }

    void start(@Observes @Priority(Loop.START) StartupEvent start) {
        if (!rebuilding) loop.start();
    }

    void stop(@Observes ShutdownEvent shutdown) {
        loop.close();
    }

    void accepted(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubmissionAccepted accepted) {
        loop.wake();
    }

    void advanced(@Observes ChainAdvanced advanced) {
        loop.wake();
    }

    private void round() {
        // Nothing is signed for a chain that is not the one that was followed.
        if (follower.halted().isPresent()) return;
        try {
            verification.require();
            round.run();
            balances.lookUp();
            failure = null;
        } catch (ChainUnavailable e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(failure)) LOG.warnf("Sending is tried again: %s", why);
            failure = why;
        } catch (WrongChain e) {
            // The follower halts for the same reason, and says so.
            LOG.debugf("Nothing is sent: %s", e.getMessage());
        }
    }
}

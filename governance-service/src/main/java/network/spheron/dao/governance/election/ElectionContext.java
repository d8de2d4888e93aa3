package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.governance.sip.BrowseSips;
import network.spheron.dao.governance.sip.SipSnapshot;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.web.Action;

/** What surrounds an election: the chain's time, the SIP that asked for the work, and who looks. */
@ApplicationScoped
class ElectionContext {
    private final ChainClock clock;
    private final BrowseSips sips;
    private final Caller caller;

    ElectionContext(ChainClock clock, BrowseSips sips, Caller caller) {
        this.clock = clock;
        this.sips = sips;
        this.caller = caller;
    }

    long now() {
        return clock.now();
    }

    Optional<SipSnapshot> sip(String purposeHash) {
        return sips.byTextHash(purposeHash);
    }

    Action vote(ElectionPhase phase) {
        return switch (phase) {
            case BEFORE -> Action.refused("vote", "The election opens once the bids have been reviewed.");
            case COUNTING, STANDSTILL, AWARDED, FAILED -> Action.refused("vote", "Voting has ended.");
            case VOTING -> {
                if (!caller.isSignedIn()) {
                    yield Action.refused("vote", "Sign in to vote.");
                }
                yield caller.wallets().isEmpty()
                        ? Action.refused("vote", "Link a wallet first.")
                        : Action.allowed("vote");
            }
        };
    }
}

package network.spheron.dao.web;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainUnavailable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The chain's clock for pages; every deadline on a page is judged by it, never by the server's time. */
@ApplicationScoped
public class ChainTime {
    private final ChainClock clock;
    private final long chainId;

    ChainTime(ChainClock clock, @ConfigProperty(name = "spheron.chain.chain-id") long chainId) {
        this.clock = clock;
        this.chainId = chainId;
    }

    /** The clock now; a page can be shown before the first block has been followed, to say just that. */
    public PageTime read() {
        try {
            BlockRef followed = clock.followed();
            return new PageTime(followed.timestamp(), followed.number(), chainId);
        } catch (ChainUnavailable e) {
            return new PageTime(0, 0, chainId);
        }
    }
}

package network.spheron.dao.web;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainReader;

/** The chain's clock as pages show it; every deadline on a page is judged by it, never by the server's time. */
@ApplicationScoped
public class ChainTime {
    private final ChainClock clock;
    private final ChainReader reader;

    ChainTime(ChainClock clock, ChainReader reader) {
        this.clock = clock;
        this.reader = reader;
    }

    /** Seconds since the epoch: the time of the last followed block. */
    public long now() {
        return clock.now();
    }

    /** Number of the last followed block. */
    public long block() {
        return clock.followed().number();
    }

    /** The chain's id (EIP-155). */
    public long chainId() {
        return reader.chainId();
    }

    /** Whether a deadline, in seconds since the epoch, lies behind the chain's clock. */
    public boolean isPast(long deadline) {
        return deadline <= now();
    }
}

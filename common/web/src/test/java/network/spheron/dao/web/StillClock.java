package network.spheron.dao.web;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainClock;

/** A chain's clock that stands still, so that pages look the same every time. */
@ApplicationScoped
class StillClock implements ChainClock {
    static final long NOW = 1_800_000_000L;

    @Override
    public long now() {
        return NOW;
    }

    @Override
    public BlockRef followed() {
        return new BlockRef(481_516, "0x" + "ab".repeat(32), NOW);
    }
}

package network.spheron.dao.chain.follow;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainClock;
import network.spheron.dao.chain.ChainUnavailable;

/** The chain's time as the database has it, so that every replica judges by the same block. */
@ApplicationScoped
class FollowedClock implements ChainClock {
    private final Cursor cursor;

    FollowedClock(Cursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public long now() {
        return followed().timestamp();
    }

    @Override
    public BlockRef followed() {
        return cursor.read().orElseThrow(() -> new ChainUnavailable("no block of the chain was followed yet", null));
    }
}

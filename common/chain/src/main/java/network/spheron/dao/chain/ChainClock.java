package network.spheron.dao.chain;

/** The chain's time, by which every deadline is judged: that of the last block this service has followed. */
public interface ChainClock {
    /** Seconds since the epoch: the timestamp of {@link #followed()}. */
    long now();

    /** The last final block whose logs are in this service's read models. */
    BlockRef followed();
}

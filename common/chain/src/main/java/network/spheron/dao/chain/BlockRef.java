package network.spheron.dao.chain;

/**
 * A block.
 *
 * @param timestamp seconds since the epoch
 */
public record BlockRef(long number, String hash, long timestamp) {}

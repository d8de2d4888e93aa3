package network.spheron.dao.web;

/**
 * The chain's clock as one page shows it, read once per request so that all of the page agrees.
 *
 * @param now seconds since the epoch, the time of the last followed block; 0 while none has been followed
 * @param block number of that block
 * @param chainId the chain's id (EIP-155)
 */
public record PageTime(long now, long block, long chainId) {
    /** Whether a deadline, in seconds since the epoch, lies behind the chain's clock. */
    public boolean isPast(long deadline) {
        return deadline <= now;
    }

    public boolean isKnown() {
        return now > 0;
    }
}

package network.spheron.dao.chain.follow;

/**
 * How many blocks are asked for at once: fewer when the node refuses, more again when it does not.
 *
 * <p>A size that was refused is not tried again for a while after a smaller one worked, or every few pages would run into the
 * same limit.
 */
final class PageSize {
    private static final int PATIENCE = 100;

    private final int most;
    private int size;
    private int worked;
    private int ceiling;
    private int atCeiling;

    PageSize(int most) {
        this.most = most;
        this.size = most;
        this.ceiling = most;
    }

    /** Blocks to ask for next, at least one. */
    synchronized int get() {
        return size;
    }

    /** So many blocks were told. A page cut short by the chain's end says nothing about the limit. */
    synchronized void worked(long blocks) {
        if (blocks < size) return;
        worked = size;
        if (ceiling < most && size == ceiling && ++atCeiling >= PATIENCE) forgetCeiling();
        size = Math.min(size + Math.max(1, size / 4), ceiling);
    }

    /** So many blocks were too much. */
    synchronized void refused(long blocks) {
        if (worked > 0 && worked < blocks) {
            size = worked;
            ceiling = worked;
            atCeiling = 0;
        } else {
            size = (int) Math.max(1, blocks / 2);
            worked = 0;
            forgetCeiling();
        }
    }

    private void forgetCeiling() {
        ceiling = most;
        atCeiling = 0;
    }
}

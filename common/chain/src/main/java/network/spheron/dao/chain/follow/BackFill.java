package network.spheron.dao.chain.follow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainListener;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.Header;

/**
 * Tells a listener that was added later, alone, what the others were told before it was there. Its logs and its place are
 * written in one transaction. The others go on meanwhile; they wait for the last page only, with which it joins them.
 */
@Singleton
class BackFill {
    private static final int TIMEOUT_SECONDS = 180;

    private final PageSource source;
    private final Cursor cursor;
    private final Latecomers latecomers;
    private final ChainConfig config;

    BackFill(PageSource source, Cursor cursor, Latecomers latecomers, ChainConfig config) {
        this.source = source;
        this.cursor = cursor;
        this.latecomers = latecomers;
        this.config = config;
    }

    /**
     * Fills one page.
     *
     * @return whether there is more to fill; false also when another replica is at it
     * @throws ChainChanged when a block is not the one that was followed
     */
    boolean fillPage(String name, ChainListener listener) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            if (!latecomers.acquire(name) || latecomers.joined().contains(name)) return false;
            Optional<BlockRef> told = latecomers.read(name);
            long from = told.map(block -> block.number() + 1).orElse(config.startBlock());
            int size = source.pageSize();
            Optional<BlockRef> followed = cursor.read();
            if (followed.isPresent() && followed.get().number() - from < size) {
                // From here on the others stand still, so what is filled last is what they were told last.
                cursor.hold();
                followed = cursor.read();
            }
            if (followed.isEmpty()) return false;
            long to = Math.min(from + size - 1, followed.get().number());
            Header last = source.header(to);
            told.ifPresent(block -> requireChild(to == from ? last : source.header(from), block));
            boolean joins = to == followed.get().number();
            if (joins) requireSame(last, followed.get());
            Page page = source.fetch(from, last, listener.contracts());
            Listeners.tell(List.of(listener), page.logs());
            latecomers.moveTo(name, last.block(), joins);
            return !joins;
        });
    }

    private static void requireChild(Header first, BlockRef told) {
        if (first.parentHash().equals(told.hash())) return;
        throw new ChainChanged("final block " + first.block().number() + " follows on " + first.parentHash()
                + ", but block " + told.number() + " was followed as " + told.hash());
    }

    private static void requireSame(Header last, BlockRef followed) {
        if (last.block().hash().equals(followed.hash())) return;
        throw new ChainChanged("final block " + followed.number() + " is now "
                + last.block().hash() + ", but was followed as " + followed.hash());
    }
}

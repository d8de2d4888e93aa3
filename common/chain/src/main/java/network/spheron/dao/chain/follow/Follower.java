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
 * Applies the next page of final blocks: logs, cursor and block hashes in one transaction, under a database lock, so that
 * of several replicas one follows at a time and a crash leaves nothing half done.
 */
@Singleton
class Follower {
    private static final int TIMEOUT_SECONDS = 180;

    private final PageSource source;
    private final Cursor cursor;
    private final Listeners listeners;
    private final Latecomers latecomers;
    private final ChainConfig config;

    Follower(PageSource source, Cursor cursor, Listeners listeners, Latecomers latecomers, ChainConfig config) {
        this.source = source;
        this.cursor = cursor;
        this.listeners = listeners;
        this.latecomers = latecomers;
        this.config = config;
    }

    /**
     * Follows one page.
     *
     * @return the page's last block; empty when there is none yet or another replica is following
     * @throws ChainChanged when a followed block is no longer part of the chain
     */
    Optional<BlockRef> followPage(Header finalHead) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            if (!cursor.acquire()) return Optional.empty();
            Optional<BlockRef> followed = cursor.read();
            long from = followed.map(block -> block.number() + 1).orElse(config.startBlock());
            if (finalHead.block().number() < from) {
                requireUnchanged(finalHead.block());
                return Optional.empty();
            }
            long to = Math.min(from + source.pageSize() - 1, finalHead.block().number());
            Header first = from == finalHead.block().number() ? finalHead : source.header(from);
            if (followed.isPresent()) requireChild(first, followed.get());
            if (followed.isEmpty()) {
                BlockRef before = new BlockRef(from - 1, first.parentHash(), 0);
                latecomers.joinAtTheStart(listeners.addedLater().keySet(), before);
            }
            if (cursor.origin().isEmpty()) {
                cursor.keepOrigin(List.of(source.header(0).block(), first.block()));
            }
            Header last = to == finalHead.block().number() ? finalHead : source.header(to);
            List<ChainListener> together = listeners.together(latecomers.joined());
            Page page = source.fetch(from, last, Listeners.contracts(together));
            Listeners.tell(together, page.logs());
            cursor.moveTo(page.last(), page.seen(), config.hashDepth());
            return Optional.of(page.last());
        });
    }

    private void requireChild(Header first, BlockRef followed) {
        if (first.parentHash().equals(followed.hash())) return;
        throw new ChainChanged("final block " + first.block().number() + " follows on " + first.parentHash()
                + ", but block " + followed.number() + " was followed as " + followed.hash() + "; "
                + fork(followed.number()));
    }

    // The node may be behind what was followed, but not on another chain.
    private void requireUnchanged(BlockRef finalBlock) {
        Optional<String> kept = cursor.hashOf(finalBlock.number());
        if (kept.isEmpty()) source.requireOrigin();
        if (kept.isEmpty() || kept.get().equals(finalBlock.hash())) return;
        throw new ChainChanged("final block " + finalBlock.number() + " is now " + finalBlock.hash()
                + ", but was followed as " + kept.get() + "; " + fork(finalBlock.number()));
    }

    private String fork(long below) {
        Optional<BlockRef> kept = cursor.keptBelow(below);
        while (kept.isPresent()) {
            BlockRef block = kept.get();
            if (source.header(block.number()).block().hash().equals(block.hash())) {
                return "the chains part after block " + block.number();
            }
            kept = cursor.keptBelow(block.number());
        }
        return "the chains part before every block whose hash is kept";
    }
}

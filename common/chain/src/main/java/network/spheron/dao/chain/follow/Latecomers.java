package network.spheron.dao.chain.follow;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import network.spheron.dao.chain.BlockRef;

/** How far each listener that was added later is, in the database. Writes take part in the surrounding transaction. */
@Singleton
class Latecomers {
    private final Sql sql;

    Latecomers(Sql sql) {
        this.sql = sql;
    }

    /** Makes the surrounding transaction the only one that tells this listener alone; false when another one does. */
    boolean acquire(String name) {
        return sql.query(
                        "select pg_try_advisory_xact_lock(hashtext('spheron.chain.latecomer.' || ?))",
                        result -> result.getBoolean(1),
                        name)
                .orElseThrow();
    }

    /** Those that are told together with the others by now. */
    Set<String> joined() {
        return Set.copyOf(sql.list("select name from chain_latecomer where joined", result -> result.getString(1)));
    }

    /** The last block that it was told alone. */
    Optional<BlockRef> read(String name) {
        return sql.query(
                "select block_number, block_hash from chain_latecomer where name = ?",
                result -> new BlockRef(result.getLong(1), result.getString(2), 0),
                name);
    }

    /** Moves one to a block, after which it follows alone or, having joined, with the others. */
    void moveTo(String name, BlockRef block, boolean joined) {
        sql.update(
                "insert into chain_latecomer (name, block_number, block_hash, joined) values (?, ?, ?, ?)"
                        + " on conflict (name) do update set block_number = excluded.block_number,"
                        + " block_hash = excluded.block_hash, joined = excluded.joined",
                name,
                block.number(),
                block.hash(),
                joined);
    }

    /** Has all of them begin with the others, at the block before the first one that is followed. */
    void joinAtTheStart(Collection<String> names, BlockRef block) {
        names.forEach(name -> moveTo(name, block, true));
    }
}

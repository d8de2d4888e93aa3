package network.spheron.dao.chain.follow;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.chain.BlockRef;

/** Where following stands, in the database. Writes take part in the surrounding transaction. */
@Singleton
class Cursor {
    // Advisory locks share one space per database; this one is named after what it guards.
    private static final String KEY = "hashtext('spheron.chain.follower')";

    private final Sql sql;

    Cursor(Sql sql) {
        this.sql = sql;
    }

    /** Makes the surrounding transaction the only one that follows, until it ends; false when another one does. */
    boolean acquire() {
        return sql.query("select pg_try_advisory_xact_lock(" + KEY + ")", result -> result.getBoolean(1))
                .orElseThrow();
    }

    /** As {@link #acquire}, but waits until the other one's transaction has ended. */
    void hold() {
        sql.query("select pg_advisory_xact_lock(" + KEY + ")", result -> true);
    }

    Optional<BlockRef> read() {
        return sql.query(
                "select block_number, block_hash, block_time from chain_cursor",
                result -> new BlockRef(result.getLong(1), result.getString(2), result.getLong(3)));
    }

    /** The kept hash of a followed block. */
    Optional<String> hashOf(long number) {
        return sql.query("select block_hash from chain_block where block_number = ?", r -> r.getString(1), number);
    }

    /** The blocks by which the chain is recognised, in their order; none before the first page. */
    List<BlockRef> origin() {
        return sql.list(
                "select block_number, block_hash from chain_origin order by block_number",
                result -> new BlockRef(result.getLong(1), result.getString(2), 0));
    }

    /** Keeps blocks for good, to recognise the chain by. */
    void keepOrigin(Collection<BlockRef> blocks) {
        insertHashes("chain_origin", blocks);
    }

    /** The newest kept block below a number. */
    Optional<BlockRef> keptBelow(long number) {
        return sql.query(
                "select block_number, block_hash from chain_block where block_number < ?"
                        + " order by block_number desc limit 1",
                result -> new BlockRef(result.getLong(1), result.getString(2), 0),
                number);
    }

    /** Moves to a block, remembers the hashes seen on the way, and forgets those deeper than {@code depth}. */
    void moveTo(BlockRef block, Collection<BlockRef> seen, long depth) {
        sql.update(
                "insert into chain_cursor (block_number, block_hash, block_time) values (?, ?, ?)"
                        + " on conflict (only_row) do update set block_number = excluded.block_number,"
                        + " block_hash = excluded.block_hash, block_time = excluded.block_time",
                block.number(),
                block.hash(),
                block.timestamp());
        insertHashes("chain_block", seen);
        sql.update("delete from chain_block where block_number < ?", block.number() - depth);
    }

    private void insertHashes(String table, Collection<BlockRef> blocks) {
        sql.update(
                "insert into " + table + " (block_number, block_hash)"
                        + " select * from unnest(?::bigint[], ?::varchar[]) on conflict do nothing",
                blocks.stream().map(BlockRef::number).toArray(Long[]::new),
                blocks.stream().map(BlockRef::hash).toArray(String[]::new));
    }
}

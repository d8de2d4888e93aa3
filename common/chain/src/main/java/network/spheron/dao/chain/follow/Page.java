package network.spheron.dao.chain.follow;

import java.util.List;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainLog;

/**
 * A run of consecutive final blocks.
 *
 * @param last the block at the end of the run
 * @param seen the blocks in it whose hashes are known
 * @param logs in the order of the chain
 */
record Page(BlockRef last, List<BlockRef> seen, List<ChainLog> logs) {}

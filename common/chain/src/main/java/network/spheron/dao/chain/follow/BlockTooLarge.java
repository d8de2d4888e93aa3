package network.spheron.dao.chain.follow;

import network.spheron.dao.chain.ChainUnavailable;

/** The node does not tell the logs of a single block, the smallest page there is. It is asked again. */
class BlockTooLarge extends ChainUnavailable {
    BlockTooLarge(long block, ChainUnavailable cause) {
        super("the node does not tell the logs of block " + block + " alone: " + cause.getMessage(), cause);
    }
}

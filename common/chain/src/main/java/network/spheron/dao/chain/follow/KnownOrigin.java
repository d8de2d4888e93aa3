package network.spheron.dao.chain.follow;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.NodeCheck;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.WrongChain;

/**
 * The node has the blocks with which following began. A chain that was started anew has others, whether it has more blocks
 * than were followed or so few that it could pass for a node that is behind.
 */
@Singleton
@Priority(KnownOrigin.FIRST)
class KnownOrigin implements NodeCheck {
    /** Says more than that code is missing, so it comes before the check of the code. */
    static final int FIRST = 1;

    private final Cursor cursor;

    KnownOrigin(Cursor cursor) {
        this.cursor = cursor;
    }

    @Override
    public void require(NodeConnection node) {
        for (BlockRef kept : cursor.origin()) {
            String hash = node.header(At.block(kept.number())).block().hash();
            if (hash.equals(kept.hash())) continue;
            throw new WrongChain("block " + kept.number() + " is " + hash + ", but was " + kept.hash()
                    + " when following began: the chain was started anew, or it is another one");
        }
    }
}

package network.spheron.dao.chain.follow;

import jakarta.inject.Singleton;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.node.Header;
import network.spheron.dao.chain.node.NodeRefused;

/**
 * Follows the chain once, from the first block to one that was followed before, into a database that has none of it. No
 * keeper hears of it and nothing is sent: while a service rebuilds, neither its follower nor its relay runs.
 */
@Singleton
public class ChainReplay {
    /** The key of the configuration that makes a service a rebuilding one. */
    public static final String REBUILDING = "spheron.rebuild.enabled";

    /** Halving the page as often as this leaves one block of any page. */
    private static final int MOST_REFUSALS = 32;

    private final Follower follower;
    private final PageSource source;

    ChainReplay(Follower follower, PageSource source) {
        this.follower = follower;
        this.source = source;
    }

    /**
     * Applies every final block up to this one.
     *
     * @throws IllegalStateException when the chain has another block of that number, or parts of it cannot be had
     */
    public void upTo(BlockRef last) {
        long finalNumber = source.finalHead().block().number();
        if (finalNumber < last.number()) {
            throw new IllegalStateException(
                    "the node's last final block is " + finalNumber + ", but block " + last.number() + " was followed");
        }
        Header end = source.header(last.number());
        if (!end.block().hash().equals(last.hash())) {
            throw new IllegalStateException(
                    "block " + last.number() + " is " + end.block().hash() + ", but was followed as " + last.hash());
        }
        int refusals = 0;
        boolean more = true;
        while (more) {
            try {
                more = follower.followPage(end).isPresent();
            } catch (NodeRefused e) {
                // The follower takes a smaller page the next time.
                if (++refusals > MOST_REFUSALS) throw e;
            }
        }
    }
}

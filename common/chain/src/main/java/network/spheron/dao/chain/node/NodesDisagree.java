package network.spheron.dao.chain.node;

import java.util.List;

/** Nodes hold different blocks to be final. Nobody can know from here which of them is right. */
public class NodesDisagree extends RuntimeException {
    /** @param answers one per node, with its address and the hash that it tells */
    NodesDisagree(long block, List<String> answers) {
        super("the nodes disagree on final block " + block + ": " + String.join("; ", answers));
    }
}

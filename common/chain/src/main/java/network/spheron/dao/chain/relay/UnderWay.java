package network.spheron.dao.chain.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.spheron.dao.chain.node.Receipt;

/**
 * A submission on its way.
 *
 * @param attempts newest first; at most one of them can ever be mined, as they share a nonce
 */
record UnderWay(String id, boolean mined, List<Attempt> attempts) {
    Attempt newest() {
        return attempts.get(0);
    }

    Optional<Receipt> receipt(Map<String, Receipt> byHash) {
        return attempts.stream()
                .filter(attempt -> byHash.containsKey(attempt.hash()))
                .map(attempt -> byHash.get(attempt.hash()))
                .findFirst();
    }
}

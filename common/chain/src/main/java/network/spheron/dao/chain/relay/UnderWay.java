package network.spheron.dao.chain.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import network.spheron.dao.chain.node.Receipt;

/**
 * A submission on its way.
 *
 * @param to the contract that it calls
 * @param attempts newest first; at most one of them can ever be mined, as they share a nonce
 */
record UnderWay(String id, boolean mined, String to, String data, List<Attempt> attempts) {
    Attempt newest() {
        return attempts.get(0);
    }

    /** The receipt of the call. */
    Optional<Receipt> receipt(Map<String, Receipt> byHash) {
        return receipt(byHash, attempt -> !attempt.isNoOp());
    }

    /** The receipt of what took the place of the call. */
    Optional<Receipt> receiptOfNoOp(Map<String, Receipt> byHash) {
        return receipt(byHash, Attempt::isNoOp);
    }

    private Optional<Receipt> receipt(Map<String, Receipt> byHash, Predicate<Attempt> kind) {
        return attempts.stream()
                .filter(attempt -> kind.test(attempt) && byHash.containsKey(attempt.hash()))
                .map(attempt -> byHash.get(attempt.hash()))
                .findFirst();
    }
}

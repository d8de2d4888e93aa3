package network.spheron.dao.chain.deployment;

import java.util.HashMap;
import java.util.Map;
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.MinedTransaction;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.NodeRefused;

/** The transactions that an account has sent, found by their nonces: a node is only ever asked for hashes or blocks. */
final class CreationHistory {
    private final NodeConnection node;
    private final String account;
    private final Map<Long, String> known = new HashMap<>();
    private long from;

    CreationHistory(NodeConnection node, String account) {
        this.node = node;
        this.account = account;
    }

    /** Spares the search for a transaction; a hash that is not on the chain does no harm. */
    void know(long nonce, String hash) {
        known.put(nonce, hash);
    }

    /** Hashes by nonce, of mined transactions and of others. */
    Map<Long, String> known() {
        return known;
    }

    /**
     * The mined transaction with that nonce. To be asked in the order of nonces.
     *
     * @throws IllegalStateException when it has to be searched for, and the node has forgotten the past
     */
    MinedTransaction sent(long nonce) {
        String hash = known.get(nonce);
        MinedTransaction found = hash == null
                ? search(nonce)
                : node.transaction(hash)
                        .filter(each -> each.nonce() == nonce && each.from().equals(account))
                        .orElseGet(() -> search(nonce));
        from = found.blockNumber();
        return found;
    }

    private MinedTransaction search(long nonce) {
        long block = firstBlockWithMoreThan(nonce);
        return node.transactionsIn(block).stream()
                .filter(each -> each.from().equals(account) && each.nonce() == nonce)
                .findFirst()
                .orElseThrow(() -> new ChainUnavailable(
                        "the node does not show transaction " + nonce + " of " + account + " in block " + block, null));
    }

    private long firstBlockWithMoreThan(long nonce) {
        long low = from;
        long high = node.header(At.LATEST).block().number();
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (countAt(middle) > nonce) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long countAt(long block) {
        try {
            return node.transactionCount(account, At.block(block));
        } catch (NodeRefused e) {
            throw new IllegalStateException(
                    "the node does not know how many transactions " + account + " had sent at block " + block
                            + ": give it the address book of the earlier run, or use a node that keeps old states",
                    e);
        }
    }
}

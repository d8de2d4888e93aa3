package network.spheron.dao.chain;

import java.util.List;
import network.spheron.dao.contracts.ContractName;

/**
 * One log of a final block.
 *
 * @param topics 0x-prefixed hex; the first is the event's signature hash
 * @param data 0x-prefixed hex
 */
public record ChainLog(
        ContractName contract, List<String> topics, String data, BlockRef block, String transactionHash, int logIndex) {
    /** Whether this is the event with that signature hash, such as {@code BidBook.BidCommitted.TOPIC}. */
    public boolean is(String topic) {
        return !topics.isEmpty() && topics.get(0).equals(topic);
    }
}

package network.spheron.dao.chain.node;

/**
 * A transaction in a block, as it was sent.
 *
 * @param from lower-case hex
 * @param input 0x-prefixed hex
 */
public record MinedTransaction(String hash, String from, long nonce, String input, long blockNumber) {}

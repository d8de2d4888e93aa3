package network.spheron.dao.chain.node;

/** That a transaction was mined, where, and whether it succeeded. */
public record Receipt(String transactionHash, long blockNumber, String blockHash, boolean succeeded) {}

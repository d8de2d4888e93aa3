package network.spheron.dao.chain.node;

import java.util.List;

/** That a transaction was mined, where, whether it succeeded, and what it logged. */
public record Receipt(
        String transactionHash, long blockNumber, String blockHash, boolean succeeded, List<NodeLog> logs) {}

package network.spheron.dao.chain.node;

import java.util.List;

/** A log as the node tells it; hex in lower case. */
public record NodeLog(
        String address,
        List<String> topics,
        String data,
        long blockNumber,
        String blockHash,
        String transactionHash,
        int logIndex) {}

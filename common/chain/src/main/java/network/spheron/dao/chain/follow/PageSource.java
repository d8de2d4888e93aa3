package network.spheron.dao.chain.follow;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.ChainLog;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.Contracts;
import network.spheron.dao.chain.node.Header;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.NodeLog;
import network.spheron.dao.chain.node.NodeVerification;
import network.spheron.dao.contracts.ContractName;

/** Fetches pages from the node and makes sure that each one continues what was followed before. */
@Singleton
class PageSource {
    private final NodeConnection node;
    private final Contracts contracts;
    private final NodeVerification verification;

    PageSource(NodeConnection node, Contracts contracts, NodeVerification verification) {
        this.node = node;
        this.contracts = contracts;
        this.verification = verification;
    }

    /** The last block that will not change any more, on the chain and with the contracts configured. */
    Header finalHead() {
        verification.require();
        return node.header(At.FINAL);
    }

    /** Header of a block by its number. */
    Header header(long number) {
        return node.header(At.block(number));
    }

    /**
     * The blocks {@code from..last} with the logs of the wanted contracts.
     *
     * @throws ChainChanged when the logs are of other blocks than the headers
     */
    Page fetch(long from, Header last, Set<ContractName> wanted) {
        List<NodeLog> logs = logs(from, last.block().number(), wanted);
        Map<Long, BlockRef> blocks = blocksOf(logs, last);
        List<ChainLog> page = new ArrayList<>();
        for (NodeLog log : logs) {
            BlockRef block = blocks.get(log.blockNumber());
            if (block == null || !block.hash().equals(log.blockHash())) {
                throw new ChainChanged("log " + log.logIndex() + " of " + log.transactionHash() + " is in block "
                        + log.blockHash() + ", but final block " + log.blockNumber() + " is another one");
            }
            page.add(chainLog(log, block));
        }
        return new Page(last.block(), List.copyOf(blocks.values()), page);
    }

    private List<NodeLog> logs(long from, long to, Set<ContractName> wanted) {
        // No address at all would mean every address.
        if (wanted.isEmpty()) return List.of();
        return node.logs(
                from, to, wanted.stream().map(contracts::address).sorted().toList());
    }

    private Map<Long, BlockRef> blocksOf(List<NodeLog> logs, Header last) {
        Set<Long> numbers = logs.stream().map(NodeLog::blockNumber).collect(Collectors.toCollection(TreeSet::new));
        numbers.remove(last.block().number());
        Map<Long, BlockRef> blocks = new LinkedHashMap<>();
        node.headers(numbers).forEach(header -> blocks.put(header.block().number(), header.block()));
        blocks.put(last.block().number(), last.block());
        return blocks;
    }

    private ChainLog chainLog(NodeLog log, BlockRef block) {
        ContractName contract = contracts
                .at(log.address())
                .orElseThrow(() -> new ChainChanged("the node answered with a log of " + log.address()));
        return new ChainLog(contract, log.topics(), log.data(), block, log.transactionHash(), log.logIndex());
    }
}

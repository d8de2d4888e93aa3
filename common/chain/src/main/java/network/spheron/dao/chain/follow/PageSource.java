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
import network.spheron.dao.chain.ChainUnavailable;
import network.spheron.dao.chain.node.At;
import network.spheron.dao.chain.node.ChainConfig;
import network.spheron.dao.chain.node.Contracts;
import network.spheron.dao.chain.node.Header;
import network.spheron.dao.chain.node.NodeConnection;
import network.spheron.dao.chain.node.NodeLog;
import network.spheron.dao.chain.node.NodeRefused;
import network.spheron.dao.chain.node.NodeTooSlow;
import network.spheron.dao.chain.node.NodeVerification;
import network.spheron.dao.contracts.ContractName;

/** Fetches pages from the node and makes sure that each one continues what was followed before. */
@Singleton
class PageSource {
    private final NodeConnection node;
    private final Contracts contracts;
    private final NodeVerification verification;
    private final KnownOrigin origin;
    private final PageSize pageSize;

    PageSource(
            NodeConnection node,
            Contracts contracts,
            NodeVerification verification,
            KnownOrigin origin,
            ChainConfig config) {
        this.node = node;
        this.contracts = contracts;
        this.verification = verification;
        this.origin = origin;
        this.pageSize = new PageSize(config.pageSize());
    }

    /** How many blocks to fetch at once, as far as the node's limits are known. */
    int pageSize() {
        return pageSize.get();
    }

    /** The last block that will not change any more, on the chain and with the contracts configured. */
    Header finalHead() {
        verification.require();
        return node.header(At.FINAL);
    }

    /**
     * Makes sure, where there are several nodes, that they agree on a final block.
     *
     * @throws network.spheron.dao.chain.node.NodesDisagree naming those that do not
     */
    void requireAgreement(BlockRef finalBlock) {
        node.requireAgreement(finalBlock);
    }

    /**
     * Makes sure that the chain began as the one that was followed.
     *
     * @throws network.spheron.dao.chain.node.WrongChain when it did not
     */
    void requireOrigin() {
        origin.require(node);
    }

    /** Header of a block by its number. */
    Header header(long number) {
        return node.header(At.block(number));
    }

    /**
     * The blocks {@code from..last} with the logs of the wanted contracts.
     *
     * @throws ChainChanged when the logs are of other blocks than the headers
     * @throws BlockTooLarge when the node does not even tell a single block
     */
    Page fetch(long from, Header last, Set<ContractName> wanted) {
        long blocks = last.block().number() - from + 1;
        try {
            Page page = read(from, last, wanted);
            pageSize.worked(blocks);
            return page;
        } catch (NodeRefused | NodeTooSlow e) {
            if (e instanceof NodeRefused refusal && !refusal.isLimit()) throw e;
            if (blocks == 1) throw new BlockTooLarge(from, e);
            pageSize.refused(blocks);
            throw e;
        }
    }

    private Page read(long from, Header last, Set<ContractName> wanted) {
        List<NodeLog> logs = logs(from, last, wanted);
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

    private List<NodeLog> logs(long from, Header last, Set<ContractName> wanted) {
        // No address at all would mean every address.
        if (wanted.isEmpty()) return List.of();
        NodeConnection.LogsWithHeader answer = node.logsWithHeader(
                from,
                last.block().number(),
                wanted.stream().map(contracts::address).sorted().toList());
        // A node that is behind has no logs of blocks that it does not know, and does not say so.
        if (!answer.last().block().equals(last.block())) {
            throw new ChainUnavailable(
                    "the node that tells the logs has another block "
                            + last.block().number(),
                    null);
        }
        return answer.logs();
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

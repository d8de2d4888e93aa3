package network.spheron.dao.chain.node;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import network.spheron.dao.chain.BlockRef;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainUnavailable;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthEstimateGas;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;

/**
 * JSON-RPC over HTTP to the nodes behind one or several addresses. One of them is asked until it is unreachable, too slow or
 * at its limits; then the next is. Before the first request, and again after every failure to reach a node, it makes sure
 * that the node is the expected one: behind an address there may be another node than a moment ago.
 *
 * <p>Requests throw {@link ChainUnavailable} when no node answers, {@link NodeTooSlow} when one did not in time,
 * {@link NodeRefused} when one answers with an error, {@link CallReverted} when a contract refuses, and
 * {@link WrongChain}. An answer is final, an error too: only what says nothing about the question is asked elsewhere.
 */
public final class NodeConnection implements AutoCloseable {
    private final List<Endpoint> endpoints;
    private final List<NodeCheck> checks;
    private final Web3j web3j;
    private final AtomicInteger inUse = new AtomicInteger();

    private NodeConnection(List<Endpoint> endpoints, List<NodeCheck> checks) {
        this.endpoints = endpoints;
        this.checks = checks;
        this.web3j = Web3j.build(endpoints.get(0).rpc());
    }

    /** A connection that accepts only nodes of that chain, and only those that pass the checks. */
    static NodeConnection toChain(long chainId, List<URI> urls, Duration timeout, List<NodeCheck> checks) {
        List<NodeCheck> all = new ArrayList<>();
        all.add(node -> node.requireChain(chainId));
        all.addAll(checks);
        return new NodeConnection(
                urls.stream().map(url -> new Endpoint(url, timeout)).toList(), all);
    }

    /** A connection that accepts only a node of that chain. */
    public static NodeConnection toChain(long chainId, URI url, Duration timeout) {
        return toChain(chainId, List.of(url), timeout, List.of());
    }

    /** A connection that takes whatever chain the node is on. */
    public static NodeConnection toAnyChain(URI url, Duration timeout) {
        return new NodeConnection(List.of(new Endpoint(url, timeout)), List.of());
    }

    /** Makes sure that a node answers, and is the expected one; asks nothing as long as that is known. */
    public void requireVerified() {
        ask(endpoint -> endpoint);
    }

    public long chainId() {
        return send(web3j.ethChainId()).getChainId().longValueExact();
    }

    public Header header(At at) {
        return header(send(web3j.ethGetBlockByNumber(at.parameter(), false)));
    }

    private static Header header(EthBlock answer) {
        if (answer.getBlock() == null) throw new ChainUnavailable("the node does not have the block asked for", null);
        return Answers.header(answer.getBlock());
    }

    /** Headers of blocks by number, in the order asked for. */
    public List<Header> headers(Collection<Long> numbers) {
        List<Request<?, EthBlock>> requests = new ArrayList<>();
        numbers.forEach(number ->
                requests.add(web3j.ethGetBlockByNumber(At.block(number).parameter(), false)));
        return sendAll(requests).stream().map(NodeConnection::header).toList();
    }

    /** Logs of these contracts in a range of blocks, both ends included, in the order of the chain. */
    public List<NodeLog> logs(long from, long to, List<String> addresses) {
        return logs(send(logsRequest(from, to, addresses)));
    }

    /** Logs as {@link #logs}, with the header of the last block as the node that tells them has it. */
    public LogsWithHeader logsWithHeader(long from, long to, List<String> addresses) {
        List<Response<?>> answers = ask(endpoint -> endpoint.<Response<?>>sendAll(List.of(
                logsRequest(from, to, addresses),
                web3j.ethGetBlockByNumber(At.block(to).parameter(), false))));
        return new LogsWithHeader(logs((EthLog) answers.get(0)), header((EthBlock) answers.get(1)));
    }

    /** Logs of a range of blocks, and the header at its end. */
    public record LogsWithHeader(List<NodeLog> logs, Header last) {}

    private Request<?, EthLog> logsRequest(long from, long to, List<String> addresses) {
        return web3j.ethGetLogs(
                new EthFilter(At.block(from).parameter(), At.block(to).parameter(), addresses));
    }

    private static List<NodeLog> logs(EthLog answer) {
        List<NodeLog> logs = new ArrayList<>();
        for (EthLog.LogResult<?> result : answer.getLogs()) logs.add(Answers.log((Log) result.get()));
        return logs;
    }

    /** Runs a call without sending it; returns 0x-prefixed hex. */
    public String call(String from, String to, String data, At at) {
        Transaction call = Transaction.createEthCallTransaction(from, to, data);
        return send(web3j.ethCall(call, at.parameter())).getValue();
    }

    /** Gas that the transaction would use on top of those that wait to be mined; {@code to} is null for a creation. */
    public BigInteger estimateGas(String from, @Nullable String to, String data) {
        Transaction call = Transaction.createEthCallTransaction(from, to, data);
        // web3j's own method cannot name the block, and nodes differ in their default.
        List<Object> parameters = List.of(call, At.PENDING.parameter().getValue());
        return send(new Request<>(
                        "eth_estimateGas", parameters, endpoints.get(0).rpc(), EthEstimateGas.class))
                .getAmountUsed();
    }

    /** Hands a signed transaction to the node. */
    public void broadcast(String rawTransaction) {
        send(web3j.ethSendRawTransaction(rawTransaction));
    }

    /** The receipts of those of the transactions that were mined. */
    public List<Receipt> receipts(Collection<String> transactionHashes) {
        List<Request<?, EthGetTransactionReceipt>> requests = new ArrayList<>();
        transactionHashes.forEach(hash -> requests.add(web3j.ethGetTransactionReceipt(hash)));
        return sendAll(requests).stream()
                .flatMap(answer -> answer.getTransactionReceipt().stream())
                .map(Answers::receipt)
                .toList();
    }

    /** The transaction with that hash, if it was mined. */
    public Optional<MinedTransaction> transaction(String hash) {
        return send(web3j.ethGetTransactionByHash(hash))
                .getTransaction()
                .filter(found -> found.getBlockHash() != null)
                .map(Answers::transaction);
    }

    /** The transactions of a block. */
    public List<MinedTransaction> transactionsIn(long blockNumber) {
        EthBlock answer = send(web3j.ethGetBlockByNumber(At.block(blockNumber).parameter(), true));
        if (answer.getBlock() == null) throw new ChainUnavailable("the node does not have block " + blockNumber, null);
        return answer.getBlock().getTransactions().stream()
                .map(each -> Answers.transaction(((EthBlock.TransactionObject) each).get()))
                .toList();
    }

    /** Coins of an account, in wei. */
    public BigInteger balance(String address) {
        return send(web3j.ethGetBalance(address, At.LATEST.parameter())).getBalance();
    }

    /** How many transactions the account has sent: the next nonce. */
    public long transactionCount(String address, At at) {
        return send(web3j.ethGetTransactionCount(address, at.parameter()))
                .getTransactionCount()
                .longValueExact();
    }

    /** What a transaction has to offer now, at most {@code limit} wei per unit of gas. */
    public Fees fees(BigInteger limit) {
        BigInteger priority = send(web3j.ethMaxPriorityFeePerGas()).getMaxPriorityFeePerGas();
        return Fees.above(header(At.LATEST).baseFee(), priority, limit);
    }

    /** Deployed code, 0x-prefixed hex; {@code 0x} when there is none. */
    public String code(String address) {
        return send(web3j.ethGetCode(address, At.LATEST.parameter())).getCode();
    }

    /** Keccak256 of the deployed code, 0x-prefixed hex. */
    public String codeHash(String address) {
        return Hash.sha3(code(address));
    }

    /**
     * Compares a final block among the nodes that can be reached. One that does not have it yet, or does not hold it to be
     * final, is behind, which is no disagreement.
     *
     * @throws NodesDisagree with the address of each and what it says
     */
    public void requireAgreement(BlockRef finalBlock) {
        if (endpoints.size() == 1) return;
        List<String> answers = new ArrayList<>();
        Set<String> hashes = new HashSet<>();
        hashes.add(finalBlock.hash());
        for (Endpoint endpoint : endpoints) {
            finalHash(endpoint, finalBlock.number()).ifPresent(hash -> {
                hashes.add(hash);
                answers.add(endpoint.name() + " says " + hash);
            });
        }
        if (hashes.size() > 1) throw new NodesDisagree(finalBlock.number(), answers);
    }

    private static Optional<String> finalHash(Endpoint endpoint, long number) {
        if (endpoint.isResting()) return Optional.empty();
        NodeConnection alone = new NodeConnection(List.of(endpoint), List.of());
        try {
            BlockRef last = alone.header(At.FINAL).block();
            if (last.number() < number) return Optional.empty();
            return Optional.of(
                    last.number() == number
                            ? last.hash()
                            : alone.header(At.block(number)).block().hash());
        } catch (ChainUnavailable e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        web3j.shutdown();
        endpoints.forEach(Endpoint::close);
    }

    private void requireChain(long expected) {
        long actual = chainId();
        if (actual == expected) return;
        throw new WrongChain("the node at " + endpoints.get(0).name() + " is on chain " + actual
                + ", but spheron.chain.chain-id is " + expected);
    }

    private <R extends Response<?>> R send(Request<?, R> request) {
        return ask(endpoint -> endpoint.send(request));
    }

    private <R extends Response<?>> List<R> sendAll(List<Request<?, R>> requests) {
        if (requests.isEmpty()) return List.of();
        return ask(endpoint -> endpoint.sendAll(requests));
    }

    private <T> T ask(Function<Endpoint, T> question) {
        List<ChainUnavailable> failures = new ArrayList<>();
        int first = inUse.get();
        for (int i = 0; i < endpoints.size(); i++) {
            int index = (first + i) % endpoints.size();
            try {
                verify(endpoints.get(index));
                return question.apply(endpoints.get(index));
            } catch (ChainUnavailable e) {
                if (e instanceof NodeRefused refused && !refused.isLimit()) throw e;
                failures.add(e);
                inUse.compareAndSet(index, (index + 1) % endpoints.size());
            }
        }
        throw mostTelling(failures);
    }

    private void verify(Endpoint endpoint) {
        if (checks.isEmpty() || endpoint.isVerified()) return;
        long losses = endpoint.losses();
        NodeConnection alone = new NodeConnection(List.of(endpoint), List.of());
        checks.forEach(check -> check.require(alone));
        endpoint.verified(losses);
    }

    // Whoever asked for too much can ask for less, which an address that is unreachable besides does not change.
    private static ChainUnavailable mostTelling(List<ChainUnavailable> failures) {
        return failures.stream()
                .filter(NodeRefused.class::isInstance)
                .findFirst()
                .or(() ->
                        failures.stream().filter(NodeTooSlow.class::isInstance).findFirst())
                .orElse(failures.get(0));
    }
}

package network.spheron.dao.chain.node;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import network.spheron.dao.chain.CallReverted;
import network.spheron.dao.chain.ChainUnavailable;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.Hash;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.request.Transaction;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthEstimateGas;
import org.web3j.protocol.core.methods.response.EthGetTransactionReceipt;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.http.HttpService;

/**
 * JSON-RPC over HTTP to one node. Before the first request, and again after every failure to reach the node, it makes
 * sure that the node is on the expected chain: behind an address there may be another node than a moment ago.
 *
 * <p>Requests throw {@link ChainUnavailable} when the node does not answer, {@link NodeRefused} when it answers with an
 * error, {@link CallReverted} when a contract refuses, and {@link WrongChain}.
 */
public final class NodeConnection implements AutoCloseable {
    private final OkHttpClient http;
    private final HttpService service;
    private final Web3j web3j;
    private final OptionalLong expectedChainId;
    private volatile boolean verified;

    private NodeConnection(URI url, Duration timeout, OptionalLong expectedChainId) {
        this.http = new OkHttpClient.Builder().callTimeout(timeout).build();
        this.service = new HttpService(url.toString(), http);
        this.web3j = Web3j.build(service);
        this.expectedChainId = expectedChainId;
    }

    /** A connection that accepts only a node of that chain. */
    public static NodeConnection toChain(long chainId, URI url, Duration timeout) {
        return new NodeConnection(url, timeout, OptionalLong.of(chainId));
    }

    /** A connection that takes whatever chain the node is on. */
    public static NodeConnection toAnyChain(URI url, Duration timeout) {
        return new NodeConnection(url, timeout, OptionalLong.empty());
    }

    public long chainId() {
        return send(web3j.ethChainId()).getChainId().longValueExact();
    }

    public Header header(At at) {
        EthBlock answer = send(web3j.ethGetBlockByNumber(at.parameter(), false));
        if (answer.getBlock() == null) throw new ChainUnavailable("the node does not have the block asked for", null);
        return Answers.header(answer.getBlock());
    }

    /** Headers of blocks by number, in the order asked for. */
    public List<Header> headers(Collection<Long> numbers) {
        List<Request<?, EthBlock>> requests = new ArrayList<>();
        numbers.forEach(number ->
                requests.add(web3j.ethGetBlockByNumber(At.block(number).parameter(), false)));
        return sendAll(requests).stream()
                .map(answer -> Answers.header(((EthBlock) answer).getBlock()))
                .toList();
    }

    /** Logs of these contracts in a range of blocks, both ends included, in the order of the chain. */
    public List<NodeLog> logs(long from, long to, List<String> addresses) {
        EthFilter filter =
                new EthFilter(At.block(from).parameter(), At.block(to).parameter(), addresses);
        List<NodeLog> logs = new ArrayList<>();
        for (EthLog.LogResult<?> result : send(web3j.ethGetLogs(filter)).getLogs()) {
            logs.add(Answers.log((Log) result.get()));
        }
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
        return send(new Request<>("eth_estimateGas", parameters, service, EthEstimateGas.class))
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
                .flatMap(answer -> ((EthGetTransactionReceipt) answer).getTransactionReceipt().stream())
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

    @Override
    public void close() {
        web3j.shutdown();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private void verify() {
        if (verified || expectedChainId.isEmpty()) return;
        long actual = exchange(web3j.ethChainId()).getChainId().longValueExact();
        if (actual != expectedChainId.getAsLong()) {
            throw new WrongChain("the node is on chain " + actual + ", but spheron.chain.chain-id is "
                    + expectedChainId.getAsLong());
        }
        verified = true;
    }

    private <R extends Response<?>> R send(Request<?, R> request) {
        verify();
        return exchange(request);
    }

    private <R extends Response<?>> R exchange(Request<?, R> request) {
        R response;
        try {
            response = request.send();
        } catch (IOException | RuntimeException e) {
            throw unreachable(request.getMethod(), e);
        }
        if (response.hasError()) throw RpcErrors.asException(request.getMethod(), response.getError());
        return response;
    }

    private <R extends Response<?>> List<? extends Response<?>> sendAll(List<Request<?, R>> requests) {
        if (requests.isEmpty()) return List.of();
        verify();
        BatchRequest batch = web3j.newBatch();
        requests.forEach(batch::add);
        List<? extends Response<?>> responses;
        try {
            responses = batch.send().getResponses();
        } catch (IOException | RuntimeException e) {
            throw unreachable(requests.get(0).getMethod(), e);
        }
        for (Response<?> response : responses) {
            if (response.hasError()) throw RpcErrors.asException(requests.get(0).getMethod(), response.getError());
        }
        return responses;
    }

    private ChainUnavailable unreachable(String method, Exception cause) {
        verified = false;
        return new ChainUnavailable("the node did not answer " + method + ": " + cause.getMessage(), cause);
    }
}

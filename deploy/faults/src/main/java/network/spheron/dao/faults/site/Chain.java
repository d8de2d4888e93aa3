package network.spheron.dao.faults.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.FunctionCall;
import network.spheron.dao.local.Platform;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.component.SavedState;

/** The chain as it is, asked of the node directly. */
public final class Chain {
    private static final String NAME = "chain";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Site site;
    private final Platform platform;
    private final NodeRpc node;

    Chain(Site site, Platform platform) {
        this.site = site;
        this.platform = platform;
        this.node = new NodeRpc(platform.rpcUrl());
    }

    /** An event of a contract, and where it is. */
    public record Seen<E>(E event, String transaction, long logIndex, long block) {}

    /** The node, for what only a local one can do. */
    public NodeRpc node() {
        return node;
    }

    /** Ends the node by SIGKILL, but not while it writes its state: half a file would be a fault of its own. */
    public void kill() {
        SavedState saved = new SavedState(platform.data().resolve(NAME));
        Patience.until("the node to have written its state", PATIENCE, () -> {
            platform.pause(NAME);
            if (saved.isWhole()) {
                return true;
            }
            platform.resume(NAME);
            return false;
        });
        platform.kill(NAME);
    }

    public String address(ContractName contract) {
        return platform.addressBook().address(contract);
    }

    /** Number of the latest block. */
    public long head() {
        return number(node.call("eth_blockNumber"));
    }

    /** Number of the last final block. */
    public long finalBlock() {
        return number(node.call("eth_getBlockByNumber", "finalized", false).get("number"));
    }

    /** The latest block's time in seconds since the epoch. */
    public long time() {
        return number(node.call("eth_getBlockByNumber", "latest", false).get("timestamp"));
    }

    /** The time of the last final block, in seconds since the epoch. */
    public long finalTime() {
        return number(node.call("eth_getBlockByNumber", "finalized", false).get("timestamp"));
    }

    /** A contract's events of one kind, up to a block. */
    public <E> List<Seen<E>> events(
            ContractName contract, String topic, BiFunction<List<String>, String, E> decode, long toBlock) {
        List<Seen<E>> events = new ArrayList<>();
        for (JsonNode log : node.call(
                "eth_getLogs",
                Map.of(
                        "fromBlock", "0x0",
                        "toBlock", hex(toBlock),
                        "address", address(contract),
                        "topics", List.of(topic)))) {
            List<String> topics = new ArrayList<>();
            log.get("topics").forEach(each -> topics.add(each.asText()));
            events.add(new Seen<>(
                    decode.apply(topics, log.get("data").asText()),
                    log.get("transactionHash").asText(),
                    number(log.get("logIndex")),
                    number(log.get("blockNumber"))));
        }
        return events;
    }

    /** What a contract answers at a block. */
    public <R> R call(ContractName contract, FunctionCall<R> call, long block) {
        return call.decode(node.call("eth_call", Map.of("to", address(contract), "data", call.data()), hex(block))
                .asText());
    }

    /** What a contract answers at the latest block. */
    public <R> R call(ContractName contract, FunctionCall<R> call) {
        return call(contract, call, head());
    }

    /** A transaction as the node tells it, pending ones too. */
    public Optional<JsonNode> transaction(String hash) {
        return Optional.of(node.call("eth_getTransactionByHash", hash)).filter(found -> !found.isNull());
    }

    public Optional<JsonNode> receipt(String hash) {
        return Optional.of(node.call("eth_getTransactionReceipt", hash)).filter(found -> !found.isNull());
    }

    /** How many transactions an account has sent: in blocks up to {@code latest}, or with those of the pool ({@code pending}). */
    public long transactions(String account, String upTo) {
        return number(node.call("eth_getTransactionCount", account, upTo));
    }

    /** From now on a block is made only when {@link #mine} is called. */
    public void stopTheClock() {
        node.call("evm_setIntervalMining", 0);
    }

    /** A block a second again. */
    public void startTheClock() {
        node.call("evm_setIntervalMining", 1);
    }

    /**
     * Replaces the latest blocks.
     *
     * @param transactions signed bytes and the place of the new block that has them, counted from the oldest one
     */
    public void reorganise(int depth, List<List<Object>> transactions) {
        // Otherwise empty blocks would be the same again.
        node.call("anvil_setCoinbase", "0x" + "%040x".formatted(0xc0ffee + head()));
        node.call("anvil_reorg", depth, transactions);
        site.reorganised();
    }

    /** Takes a transaction out of the node's pool, if it is there. */
    public void drop(String hash) {
        node.call("anvil_dropTransaction", hash);
    }

    /** What the next block's transactions have to pay per unit of gas, in wei. */
    public void setNextBaseFee(BigInteger wei) {
        node.call("anvil_setNextBlockBaseFeePerGas", "0x" + wei.toString(16));
    }

    public void mine() {
        node.call("evm_mine");
    }

    public static BigInteger quantity(JsonNode hex) {
        return new BigInteger(hex.asText().substring(2), 16);
    }

    private static long number(JsonNode hex) {
        return Long.decode(hex.asText());
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }
}

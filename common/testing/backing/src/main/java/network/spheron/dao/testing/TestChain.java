package network.spheron.dao.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A local chain (anvil): a block every second, final two blocks later, the gas limit per transaction of EIP-7825 in
 * force. The wallets of {@link TestKeys} hold plenty of native coins.
 */
public final class TestChain implements AutoCloseable {
    /** The chain's id (EIP-155). */
    public static final long CHAIN_ID = 31337;

    private static final String NODE = "spheron.testing.chain";
    private static final Pattern LISTENING = Pattern.compile("Listening on (\\S+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final Runnable stop;

    private TestChain(String address, Runnable stop) {
        this.endpoint = URI.create("http://" + address);
        this.stop = stop;
    }

    /** The chain that all tests of this JVM share; closing it does nothing. */
    public static TestChain shared() {
        String address = OncePerJvm.started(NODE, () -> launch().answer());
        return new TestChain(address, () -> {});
    }

    /** A chain of one's own, at block 0. */
    public static TestChain start() {
        ChildProcess.Started started = launch();
        return new TestChain(started.answer(), started.process()::close);
    }

    private static ChildProcess.Started launch() {
        List<String> command = List.of(
                binary().toString(),
                "--host=127.0.0.1",
                "--port=0",
                "--chain-id=" + CHAIN_ID,
                "--mnemonic=" + TestKeys.MNEMONIC,
                "--accounts=" + TestKeys.COUNT,
                "--balance=1000000",
                "--block-time=1",
                "--slots-in-an-epoch=1",
                "--enable-tx-gas-limit",
                "--order=fifo");
        return ChildProcess.start(command, TestChain::address);
    }

    private static Optional<String> address(String line) {
        Matcher listening = LISTENING.matcher(line);
        return listening.find() ? Optional.of(listening.group(1)) : Optional.empty();
    }

    private static Path binary() {
        Path contracts = Path.of(System.getProperty("contracts.dir", "../contracts"));
        return contracts
                .resolve("node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil")
                .toAbsolutePath();
    }

    /** The node's JSON-RPC address. */
    public String rpcUrl() {
        return endpoint.toString();
    }

    /**
     * Calls a JSON-RPC method.
     *
     * @throws IllegalStateException with the node's message when it answers with an error
     */
    public JsonNode rpc(String method, Object... params) {
        try {
            byte[] body = JSON.writeValueAsBytes(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params));
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            JsonNode answer = JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
            if (answer.has("error")) {
                throw new IllegalStateException(method + ": " + answer.get("error"));
            }
            return answer.get("result");
        } catch (IOException e) {
            throw new UncheckedIOException(method, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " was interrupted", e);
        }
    }

    /**
     * Sends a transaction from an account that the node holds, with gas to spare: an estimate is good only for the block that
     * it was made for. Returns its hash.
     *
     * @throws IllegalStateException with the contract's reason when it would be refused now
     */
    public String send(String from, String to, String data) {
        Map<String, String> transaction = Map.of("from", from, "to", to, "data", data, "gas", "0xf00000");
        rpc("eth_call", transaction, "pending");
        return rpc("eth_sendTransaction", transaction).asText();
    }

    /** Moves the clock on and mines three blocks, so that the new time is final at once. */
    public void advance(Duration time) {
        rpc("evm_increaseTime", time.toSeconds());
        mine(3);
    }

    /** Mines blocks now. */
    public void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            rpc("evm_mine");
        }
    }

    /** The timestamp of the newest block, in seconds since the epoch. */
    public long now() {
        return number(rpc("eth_getBlockByNumber", "latest", false).get("timestamp"));
    }

    /** The number of the newest block. */
    public long blockNumber() {
        return number(rpc("eth_blockNumber"));
    }

    private static long number(JsonNode hex) {
        return new BigInteger(hex.asText().substring(2), 16).longValueExact();
    }

    /** Remembers the chain's state; a snapshot is good for one {@link #revert}. */
    public String snapshot() {
        return rpc("evm_snapshot").asText();
    }

    /** Goes back to a snapshot. */
    public void revert(String snapshot) {
        if (!rpc("evm_revert", snapshot).asBoolean()) {
            throw new IllegalStateException("no snapshot " + snapshot);
        }
    }

    @Override
    public void close() {
        stop.run();
    }
}

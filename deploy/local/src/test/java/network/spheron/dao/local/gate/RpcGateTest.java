package network.spheron.dao.local.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.Installation;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.component.Anvil;
import network.spheron.dao.local.data.DataDirectory;
import network.spheron.dao.local.data.Ports;
import network.spheron.dao.local.process.Quiet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** A real node behind the gate. */
class RpcGateTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String BLOCK_NUMBER =
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_blockNumber\",\"params\":[]}";

    @TempDir
    static Path directory = Path.of("");

    private static NodeRpc node;
    private static Anvil anvil;
    private static RpcGate gate;
    private static URI address;

    @BeforeAll
    static void startNode() {
        node = new NodeRpc(URI.create(
                "http://127.0.0.1:" + new Ports(DataDirectory.open(directory.resolve("data"))).any("chain")));
        LocalClock clock = new LocalClock(node, directory.resolve("clock"), Clock.systemUTC());
        anvil = new Anvil(Quiet.in(directory), Installation.current().anvil(), directory.resolve("chain"), node, clock);
        anvil.start();
        anvil.await();
        gate = new RpcGate("test");
        address = gate.open(node.url());
    }

    @AfterAll
    static void stopNode() {
        anvil.stop();
    }

    @AfterEach
    void openGate() {
        gate.pass();
    }

    @Test
    void answersPassAndTransactionsAreKept() throws IOException, InterruptedException {
        String transaction = transaction();

        assertThat(ask(BLOCK_NUMBER, LONG).body()).contains("\"result\"");
        assertThat(ask(sending(transaction), LONG).body()).contains("\"result\"");

        assertThat(gate.passed()).extracting(SignedTransaction::bytes).contains(transaction);
    }

    @Test
    void silenceLastsUntilTheGatePasses() throws IOException, InterruptedException {
        CompletableFuture<RpcGate.Request> asked = gate.trouble(Trouble.SILENCE, request -> true);
        assertThatThrownBy(() -> ask(BLOCK_NUMBER, SHORT)).isInstanceOf(HttpTimeoutException.class);
        assertThat(asked.orTimeout(1, TimeUnit.SECONDS).join().methods()).containsExactly("eth_blockNumber");

        gate.pass();

        assertThat(ask(BLOCK_NUMBER, LONG).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyWantedRequestsAreTooMany() throws IOException, InterruptedException {
        CompletableFuture<RpcGate.Request> asked = gate.trouble(
                Trouble.TOO_MANY_REQUESTS, request -> request.methods().contains("eth_blockNumber"));

        assertThat(ask(BLOCK_NUMBER, LONG).statusCode()).isEqualTo(429);
        assertThat(asked).isCompleted();
        assertThat(ask(BLOCK_NUMBER.replace("blockNumber", "chainId"), LONG).statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersAreCutShort() {
        CompletableFuture<RpcGate.Request> asked = gate.trouble(Trouble.CUT_SHORT, request -> true);

        assertThatThrownBy(() -> ask(BLOCK_NUMBER, LONG))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(HttpTimeoutException.class);
        assertThat(asked.orTimeout(1, TimeUnit.SECONDS).join().methods()).containsExactly("eth_blockNumber");
    }

    @Test
    void transactionWhoseAnswerIsLostIsOnTheChain() {
        String transaction = transaction();
        CompletableFuture<SignedTransaction> sent = gate.troubleSending(Trouble.ANSWER_LOST, each -> true);

        assertThatThrownBy(() -> ask(sending(transaction), LONG)).isInstanceOf(IOException.class);

        assertThat(sent.orTimeout(1, TimeUnit.SECONDS).join().bytes()).isEqualTo(transaction);
        assertThat(isKnown(transaction)).isTrue();
    }

    @Test
    void transactionWhoseRequestIsLostIsNot() {
        String transaction = transaction();
        CompletableFuture<SignedTransaction> lost = gate.troubleSending(Trouble.REQUEST_LOST, each -> true);

        assertThatThrownBy(() -> ask(sending(transaction), LONG)).isInstanceOf(IOException.class);

        assertThat(lost.orTimeout(1, TimeUnit.SECONDS).join().bytes()).isEqualTo(transaction);
        assertThat(isKnown(transaction)).isFalse();
        assertThat(gate.passed()).extracting(SignedTransaction::bytes).doesNotContain(transaction);
    }

    @Test
    void lineToTheNodeCanBeCutOff() throws IOException, InterruptedException {
        gate.line().refuse();
        assertThatThrownBy(() -> ask(BLOCK_NUMBER, LONG)).isInstanceOf(IOException.class);

        gate.pass();

        assertThat(ask(BLOCK_NUMBER, LONG).statusCode()).isEqualTo(200);
    }

    private static String transaction() {
        Credentials sender = Credentials.create(DemoKeys.privateKey(DemoKeys.DEPLOYER));
        long nonce = Long.decode(node.call("eth_getTransactionCount", sender.getAddress(), "pending")
                .asText());
        RawTransaction transaction = RawTransaction.createEtherTransaction(
                Anvil.CHAIN_ID,
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(21_000),
                sender.getAddress(),
                BigInteger.valueOf(System.nanoTime()),
                BigInteger.ONE,
                BigInteger.TEN.pow(10));
        return Numeric.toHexString(TransactionEncoder.signMessage(transaction, sender));
    }

    private static String sending(String transaction) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_sendRawTransaction\",\"params\":[\"" + transaction
                + "\"]}";
    }

    private static boolean isKnown(String transaction) {
        String hash = org.web3j.crypto.Hash.sha3(transaction);
        return node.call("eth_getTransactionByHash", hash).has("hash");
    }

    /** The client is a new one each time: it must not find a connection that a test has broken. */
    private static HttpResponse<String> ask(String request, Duration timeout) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .timeout(timeout)
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(request))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}

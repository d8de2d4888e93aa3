package network.spheron.dao.local.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import network.spheron.dao.local.chain.NodeRpc;
import org.jspecify.annotations.Nullable;

/**
 * Passes JSON-RPC on to a node over a {@link TcpGate}, keeps what was sent, and can do to a caller what nodes do on bad
 * days.
 */
public final class RpcGate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_MANY_REQUESTS = 429;

    /** @param wanted which requests it happens to */
    private record Plight(Trouble trouble, Predicate<Request> wanted, CompletableFuture<Request> first) {}

    /**
     * What a caller asks in one HTTP request.
     *
     * @param methods of all calls in it
     * @param transactions the signed transactions that it sends
     */
    public record Request(List<String> methods, List<SignedTransaction> transactions) {
        private static Request of(byte[] bytes) throws IOException {
            JsonNode body = JSON.readTree(bytes);
            List<String> methods = new ArrayList<>();
            List<SignedTransaction> transactions = new ArrayList<>();
            for (JsonNode call : body.isArray() ? body : List.of(body)) {
                String method = call.path("method").asText();
                methods.add(method);
                if (method.equals("eth_sendRawTransaction")) {
                    transactions.add(
                            SignedTransaction.of(call.path("params").path(0).asText()));
                }
            }
            return new Request(List.copyOf(methods), List.copyOf(transactions));
        }
    }

    private final List<SignedTransaction> passed = new CopyOnWriteArrayList<>();
    private final Valve answers = new Valve();
    private final TcpGate line;
    private final String name;
    private volatile @Nullable NodeRpc node;
    private volatile @Nullable Plight plight;
    private @Nullable URI address;

    /** @param name for the names of its threads */
    public RpcGate(String name) {
        this.name = name;
        this.line = new TcpGate(name);
    }

    /**
     * Leads to this node from now on.
     *
     * @return the gate's own address, which stays the same
     */
    public synchronized URI open(URI nodeUrl) {
        node = new NodeRpc(nodeUrl);
        if (address == null) {
            address = URI.create("http://127.0.0.1:" + line.open(listen()));
        }
        return address;
    }

    /** The connection to the node, which can be cut, refused, held or delayed. */
    public TcpGate line() {
        return line;
    }

    /** Everything gets through again. */
    public void pass() {
        plight = null;
        answers.open();
        line.pass();
    }

    /**
     * From now on does this to every request that is wanted, until it {@link #pass}es again.
     *
     * @return has the first one that it happened to
     */
    public CompletableFuture<Request> trouble(Trouble trouble, Predicate<Request> wanted) {
        CompletableFuture<Request> first = new CompletableFuture<>();
        answers.open();
        if (trouble == Trouble.SILENCE) {
            answers.close();
        }
        plight = new Plight(trouble, wanted, first);
        return first;
    }

    /** As {@link #trouble(Trouble, Predicate)}, for requests that send a transaction of this kind. */
    public CompletableFuture<SignedTransaction> troubleSending(Trouble trouble, Predicate<SignedTransaction> wanted) {
        return trouble(trouble, request -> request.transactions().stream().anyMatch(wanted))
                .thenApply(request -> request.transactions().stream()
                        .filter(wanted)
                        .findFirst()
                        .orElseThrow());
    }

    /** The transactions that have reached the node, in order; the same one again if it was sent again. */
    public List<SignedTransaction> passed() {
        return List.copyOf(passed);
    }

    private int listen() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> Threads.of(name + "-rpc-gate", work)));
            server.createContext("/", this::handle);
            server.start();
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            Request request = Request.of(bytes);
            Plight bad = plight;
            if (bad != null && bad.wanted().test(request)) {
                suffer(bad.trouble(), exchange, bytes, () -> bad.first().complete(request));
            } else {
                answer(exchange, forward(bytes, request));
            }
        }
    }

    private void suffer(Trouble trouble, HttpExchange exchange, byte[] bytes, Runnable tell) throws IOException {
        switch (trouble) {
            case SILENCE -> {
                tell.run();
                answers.await();
            }
            case REQUEST_LOST -> tell.run();
            case TOO_MANY_REQUESTS -> {
                tell.run();
                exchange.sendResponseHeaders(TOO_MANY_REQUESTS, -1);
            }
            case CUT_SHORT -> {
                byte[] answer = forward(bytes, Request.of(bytes));
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer, 0, answer.length / 2);
                exchange.getResponseBody().flush();
                tell.run();
            }
            case ANSWER_LOST -> {
                forward(bytes, Request.of(bytes));
                tell.run();
            }
        }
    }

    private byte[] forward(byte[] bytes, Request request) throws IOException {
        NodeRpc target = node;
        if (target == null) {
            throw new IllegalStateException("the gate was not opened to a node");
        }
        byte[] answer = target.post(bytes);
        passed.addAll(request.transactions());
        return answer;
    }

    private static void answer(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }
}

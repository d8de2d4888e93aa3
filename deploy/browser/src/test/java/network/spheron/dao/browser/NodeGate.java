package network.spheron.dao.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import network.spheron.dao.local.chain.NodeRpc;
import org.jspecify.annotations.Nullable;

/** Stands between the services and the chain's node; can swallow a signed transaction on its way to the network. */
final class NodeGate {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BAD_GATEWAY = 502;

    /** Wanted transactions from now on do not get through; the future has the first. */
    private record Trap(Predicate<SignedTransaction> wanted, CompletableFuture<SignedTransaction> caught) {}

    private final List<SignedTransaction> passed = new CopyOnWriteArrayList<>();
    private volatile @Nullable NodeRpc node;
    private volatile @Nullable Trap trap;

    /** Opens the gate to a node. */
    URI to(URI nodeUrl) {
        try {
            node = new NodeRpc(nodeUrl);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                Thread thread = new Thread(work, "gate");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", this::forward);
            server.start();
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on swallows transactions of this kind, as if the network had failed just before they were sent. */
    CompletableFuture<SignedTransaction> swallow(Predicate<SignedTransaction> wanted) {
        CompletableFuture<SignedTransaction> caught = new CompletableFuture<>();
        trap = new Trap(wanted, caught);
        return caught;
    }

    /** Lets everything through again. */
    void open() {
        trap = null;
    }

    /** What has got through to the node, in order; the same transaction again if it was sent again. */
    List<SignedTransaction> passed() {
        return List.copyOf(passed);
    }

    static SignedTransaction await(CompletableFuture<SignedTransaction> caught, long seconds) {
        try {
            return caught.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no such transaction was sent within " + seconds + " s", e);
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private void forward(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            Optional<SignedTransaction> transaction = transaction(request);
            Trap closed = trap;
            if (closed != null && transaction.filter(closed.wanted()).isPresent()) {
                closed.caught().complete(transaction.get());
                exchange.sendResponseHeaders(BAD_GATEWAY, -1);
                return;
            }
            NodeRpc target = node;
            if (target == null) {
                throw new IllegalStateException("the gate was not opened to a node");
            }
            byte[] answer = target.post(request);
            transaction.ifPresent(passed::add);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static Optional<SignedTransaction> transaction(byte[] request) throws IOException {
        JsonNode call = JSON.readTree(request);
        return "eth_sendRawTransaction".equals(call.path("method").asText())
                ? Optional.of(SignedTransaction.of(call.path("params").path(0).asText()))
                : Optional.empty();
    }
}

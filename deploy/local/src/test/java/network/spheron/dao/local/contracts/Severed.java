package network.spheron.dao.local.contracts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import network.spheron.dao.local.chain.NodeRpc;

/** A wire to a node that is cut for good at the n-th request of a kind. */
final class Severed implements AutoCloseable {
    private final HttpServer server;
    private final NodeRpc node;
    private final String method;
    private final AtomicInteger left;

    private Severed(HttpServer server, NodeRpc node, int passing, String method) {
        this.server = server;
        this.node = node;
        this.method = method;
        this.left = new AtomicInteger(passing);
    }

    static Severed after(int passing, String method, String node) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Severed wire = new Severed(server, new NodeRpc(URI.create(node)), passing, method);
            server.createContext("/", wire::pass);
            server.start();
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            boolean counted = new String(request, StandardCharsets.UTF_8).contains(method);
            if (left.get() < 0 || (counted && left.getAndDecrement() == 0)) return;
            byte[] answer = node.post(request);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

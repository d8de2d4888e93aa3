package network.spheron.dao.treasury;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Stands between the service and the node. Requests that contain a given text are not answered, or are refused by the node,
 * until the fault is over.
 */
final class NodeFaults {
    private static final String CONTROL = "/fault";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final URI node;
    private volatile String fault = "";

    private NodeFaults(String node) {
        this.node = URI.create(node);
    }

    /** Starts the intermediary; returns the address under which the service reaches the node through it. */
    static String between(String node) {
        NodeFaults faults = new NodeFaults(node);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "node-faults");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", faults::pass);
            server.createContext(CONTROL, faults::change);
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something while requests containing the text get no answer. */
    static void withoutAnswerTo(String text, Runnable work) {
        during(silent(text), work);
    }

    /** One fault follows on the other without a moment between them. */
    static void withoutAnswerTo(String first, Runnable before, String second, Runnable work) {
        tell(silent(first));
        try {
            before.run();
            tell(silent(second));
            work.run();
        } finally {
            tell("");
        }
    }

    private static String silent(String text) {
        return "silent " + text;
    }

    /** Does something while the node refuses requests containing the text. */
    static void withRefusalOf(String text, Runnable work) {
        during("refusing " + text, work);
    }

    private static void during(String fault, Runnable work) {
        tell(fault);
        try {
            work.run();
        } finally {
            tell("");
        }
    }

    private static void tell(String fault) {
        String url = ConfigProvider.getConfig().getValue("spheron.chain.rpc-url", String.class);
        send(HttpRequest.newBuilder(URI.create(url + CONTROL))
                .POST(HttpRequest.BodyPublishers.ofString(fault))
                .build());
    }

    private void change(HttpExchange exchange) throws IOException {
        fault = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        answer(exchange, 200, new byte[0]);
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] request = exchange.getRequestBody().readAllBytes();
        String[] current = fault.split(" ", 2);
        boolean isHit = current.length == 2 && new String(request, StandardCharsets.UTF_8).contains(current[1]);
        if (isHit && current[0].equals("silent")) {
            answer(exchange, 503, new byte[0]);
        } else if (isHit) {
            String refusal =
                    "{\"jsonrpc\":\"2.0\",\"id\":0,\"error\":{\"code\":-32005,\"message\":\"limit exceeded\"}}";
            answer(exchange, 200, refusal.getBytes(StandardCharsets.UTF_8));
        } else {
            HttpRequest forwarded = HttpRequest.newBuilder(node)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                    .build();
            answer(exchange, 200, send(forwarded));
        }
    }

    private static byte[] send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}

package network.spheron.dao.local.proxy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Passes a request on to a component and its answer back, both as streams. */
final class Forwarder {
    /** Headers that belong to one connection (RFC 9110, 7.6.1), and those that the client library sets itself. */
    private static final Set<String> NOT_PASSED_ON = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "host",
            "content-length",
            "expect",
            "forwarded");

    private static final int NO_BODY = -1;
    private static final int CHUNKED = 0;

    private final URI origin;
    private final HttpClient client;

    /** @param origin what browsers see; told to the components in {@code X-Forwarded} headers */
    Forwarder(URI origin) {
        this.origin = origin;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    void forward(HttpExchange exchange, int port) throws IOException {
        HttpResponse<InputStream> answer;
        try {
            answer = client.send(request(exchange, port), HttpResponse.BodyHandlers.ofInputStream());
        } catch (ConnectException notRunning) {
            exchange.getResponseHeaders().set("Retry-After", "2");
            Answer.problem(exchange, 503, "not-available", "This part of the platform is not running");
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        try (InputStream body = answer.body()) {
            copy(answer, body, exchange);
        }
    }

    private HttpRequest request(HttpExchange exchange, int port) {
        URI asked = exchange.getRequestURI();
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + asked.getRawPath() + query))
                .method(exchange.getRequestMethod(), body(exchange));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.header("X-Forwarded-Proto", origin.getScheme())
                .header("X-Forwarded-Host", origin.getAuthority())
                .header("X-Forwarded-Port", Integer.toString(origin.getPort()))
                .header(
                        "X-Forwarded-For",
                        exchange.getRemoteAddress().getAddress().getHostAddress())
                .build();
    }

    private static BodyPublisher body(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String length = headers.getFirst("Content-Length");
        boolean chunked = headers.containsKey("Transfer-Encoding");
        if (length == null ? !chunked : length.equals("0")) {
            return BodyPublishers.noBody();
        }
        BodyPublisher stream = BodyPublishers.ofInputStream(exchange::getRequestBody);
        return length == null ? stream : BodyPublishers.fromPublisher(stream, Long.parseLong(length));
    }

    private static void copy(HttpResponse<InputStream> answer, InputStream body, HttpExchange exchange)
            throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (isPassedOn(name)) {
                exchange.getResponseHeaders().put(name, List.copyOf(values));
            }
        });
        int status = answer.statusCode();
        long length = answer.headers().firstValueAsLong("Content-Length").orElse(CHUNKED);
        boolean empty =
                length == 0 && answer.headers().firstValue("Content-Length").isPresent();
        if (empty
                || status == 204
                || status == 304
                || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(status, length);
        OutputStream out = exchange.getResponseBody();
        byte[] buffer = new byte[16 * 1024];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
            out.write(buffer, 0, count);
            out.flush();
        }
    }

    private static boolean isPassedOn(String header) {
        String name = header.toLowerCase(Locale.ROOT);
        return !NOT_PASSED_ON.contains(name) && !name.startsWith("x-forwarded-") && !name.startsWith(":");
    }
}

package network.spheron.dao.local.proxy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Short answers that the proxy gives itself. */
final class Answer {
    private Answer() {}

    static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    static void json(HttpExchange exchange, int status, String json) throws IOException {
        send(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Problem details (RFC 9457); the title is a fixed text of this program and needs no escaping. */
    static void problem(HttpExchange exchange, int status, String type, String title) throws IOException {
        String json =
                "{\"type\":\"urn:spheron:problem:" + type + "\",\"title\":\"" + title + "\",\"status\":" + status + "}";
        send(exchange, status, "application/problem+json", json.getBytes(StandardCharsets.UTF_8));
    }

    static void redirect(HttpExchange exchange, String path) throws IOException {
        exchange.getResponseHeaders().set("Location", path);
        exchange.sendResponseHeaders(302, -1);
    }
}

package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The platform's public API at its one address, as a visitor or as somebody signed in. */
public final class Portal {
    public static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PASSING = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http;
    private final URI origin;
    private final @Nullable Login login;
    private final Consumer<Promise> promises;
    private @Nullable String token;

    private record Login(String name, String password) {}

    /**
     * A change that the platform answered with a status of 2xx.
     *
     * @param answer what it said; an empty object when it said nothing
     */
    public record Promise(String method, String path, JsonNode answer) {}

    private Portal(HttpClient http, URI origin, @Nullable Login login, Consumer<Promise> promises) {
        this.http = http;
        this.origin = origin;
        this.login = login;
        this.promises = promises;
    }

    /** The API as anybody sees it. */
    static Portal visit(URI origin) {
        return visit(origin, promise -> {});
    }

    /** The API as anybody sees it; every change that it takes from its visitor, or from those who sign in, is told. */
    static Portal visit(URI origin, Consumer<Promise> promises) {
        return new Portal(HttpClient.newHttpClient(), origin, null, promises);
    }

    /** The API as this person; signs in with the first request, and again when the token has run out. */
    Portal as(String name, String password) {
        return new Portal(http, origin, new Login(name, password), promises);
    }

    /**
     * What is at a path.
     *
     * @throws ApiRefused when the platform answers with a problem
     * @throws IllegalStateException when it does not answer
     */
    public JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** The answer to a change; throws as {@link #get}. */
    public JsonNode post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    /** The platform's address followed by a path. */
    String link(String path) {
        return origin.resolve(path).toString();
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        long deadline = System.nanoTime() + PASSING.toNanos();
        while (true) {
            try {
                return sendOnce(method, path, body);
            } catch (ApiRefused refused) {
                if (!refused.isPassing() || System.nanoTime() > deadline) {
                    throw refused;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private JsonNode sendOnce(String method, String path, @Nullable Object body) {
        HttpResponse<String> response = exchange(method, path, body);
        if (response.statusCode() == UNAUTHORIZED && login != null) {
            token = null;
            response = exchange(method, path, body);
        }
        JsonNode answer = parse(response.body());
        if (response.statusCode() >= 400) {
            throw new ApiRefused(method + " " + path, response.statusCode(), answer);
        }
        if (!method.equals("GET")) {
            promises.accept(new Promise(method, path, answer));
        }
        return answer;
    }

    private HttpResponse<String> exchange(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(origin.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json");
        if (login != null) {
            request.header("Authorization", "Bearer " + token(login));
        }
        String content = body == null ? "" : JSON.valueToTree(body).toString();
        return exchange(request.method(method, HttpRequest.BodyPublishers.ofString(content))
                .build());
    }

    private String token(Login who) {
        if (token == null) {
            String form = "grant_type=password&client_id=cli&username=" + encode(who.name()) + "&password="
                    + encode(who.password());
            HttpResponse<String> response =
                    exchange(HttpRequest.newBuilder(origin.resolve("/realms/spheron/protocol/openid-connect/token"))
                            .timeout(TIMEOUT)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form))
                            .build());
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(who.name() + " cannot sign in: " + response.body());
            }
            token = parse(response.body()).get("access_token").asText();
        }
        return token;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new IllegalStateException("no answer from " + request.uri(), unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request.uri(), interrupted);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException notJson) {
            return JSON.createObjectNode().put("detail", body);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

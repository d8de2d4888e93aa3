package network.spheron.dao.local.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer service = listen();
    private final int nobody = freePort();
    private final URI origin = URI.create("http://localhost:" + freePort());
    private final NodeRpc node = new NodeRpc(URI.create("http://127.0.0.1:" + nobody));
    private final Proxy proxy = new Proxy(
            origin,
            Map.of("governance", service.getAddress().getPort(), "treasury", nobody),
            node,
            new LocalClock(node, Path.of("unused"), Clock.systemUTC()));

    @BeforeEach
    void start() {
        service.createContext("/", ProxyTest::echo);
        service.start();
        proxy.start();
    }

    @AfterEach
    void stop() {
        proxy.stop();
        service.stop(0);
    }

    @Test
    void requestAndAnswerPassThrough() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(origin.resolve("/sips/1?q=a%20b"))
                .POST(HttpRequest.BodyPublishers.ofString("text=hello")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("POST /sips/1?q=a%20b text=hello");
        assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    }

    @Test
    void serviceLearnsTheOriginFromTheProxyOnly() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(origin.resolve("/sips"))
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "host=evil.example"));

        assertThat(answer.headers().allValues("Saw-Host")).containsExactly(origin.getAuthority());
        assertThat(answer.headers().firstValue("Saw-Forwarded")).contains("none");
    }

    @Test
    void unauthorizedAnswerWithoutChallengePassesThrough() throws Exception {
        assertThat(send(HttpRequest.newBuilder(origin.resolve("/sips/401"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void serviceThatIsNotRunningIsReportedAsSuch() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(origin.resolve("/treasury")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("urn:spheron:problem:not-available");
    }

    @Test
    void pathsThatCouldEvadeTheRouteTableAreRefused() throws Exception {
        assertThat(rawStatus("/sips/../q/health")).isEqualTo(400);
        assertThat(rawStatus("/sips/%2e%2e/q/health")).isEqualTo(400);
        assertThat(rawStatus("/sips//q/health")).isEqualTo(400);
        assertThat(rawStatus("/q/health")).isEqualTo(404);
    }

    @Test
    void nodeMethodsBeyondAWalletsNeedAreNotOffered() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(origin.resolve("/local/rpc"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"method\":\"anvil_setBalance\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void clockIsNotMovedByAFormOfAnotherSite() throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(origin.resolve("/local/clock"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"seconds\":60}")));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Past the client library, which would tidy the path. */
    private int rawStatus(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.getPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
        }
    }

    private static void echo(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Set-Cookie", "a=1");
            exchange.getResponseHeaders().add("Set-Cookie", "b=2");
            exchange.getRequestHeaders()
                    .getOrDefault("X-Forwarded-Host", java.util.List.of())
                    .forEach(host -> exchange.getResponseHeaders().add("Saw-Host", host));
            exchange.getResponseHeaders()
                    .add("Saw-Forwarded", exchange.getRequestHeaders().containsKey("Forwarded") ? "some" : "none");
            byte[] answer = (exchange.getRequestMethod() + " " + path + " " + body).getBytes(StandardCharsets.UTF_8);
            if (path.endsWith("/401")) {
                exchange.sendResponseHeaders(401, -1);
            } else {
                exchange.sendResponseHeaders(201, 0);
                exchange.getResponseBody().write(answer);
            }
        }
    }

    private static HttpServer listen() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

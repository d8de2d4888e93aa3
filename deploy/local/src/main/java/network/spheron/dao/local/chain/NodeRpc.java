package network.spheron.dao.local.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** JSON-RPC calls to the local chain's node. */
public final class NodeRpc {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final URI url;
    private final HttpClient http;

    public NodeRpc(URI url) {
        this.url = url;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TIMEOUT)
                .build();
    }

    public URI url() {
        return url;
    }

    /**
     * Calls a method and returns its result.
     *
     * @throws IllegalStateException with the node's message when it refuses
     * @throws UncheckedIOException when the node does not answer
     */
    public JsonNode call(String method, Object... params) {
        ArrayNode list = JSON.createArrayNode();
        for (Object param : params) {
            list.addPOJO(param);
        }
        ObjectNode request =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        request.set("params", list);
        try {
            JsonNode answer = JSON.readTree(post(JSON.writeValueAsBytes(request)));
            if (answer.has("error")) {
                throw new IllegalStateException(
                        method + ": " + answer.path("error").path("message").asText());
            }
            return answer.path("result");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a request as it is and returns the answer as it is. */
    public byte[] post(byte[] request) throws IOException {
        HttpRequest message = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            return http.send(message, HttpResponse.BodyHandlers.ofByteArray()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + url, e);
        }
    }
}

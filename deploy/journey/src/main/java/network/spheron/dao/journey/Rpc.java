package network.spheron.dao.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import network.spheron.dao.contracts.FunctionCall;

/** Ethereum JSON-RPC, just what a person with a node would ask it; no part of any service. */
final class Rpc {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI url;

    Rpc(String url) {
        this.url = URI.create(url);
    }

    /** One log as the node gives it. */
    record Log(String address, List<String> topics, String data, long block, String transaction) {}

    /** Asks the node; its error becomes an exception with its own words. */
    JsonNode ask(String method, Object... parameters) {
        ObjectNode request =
                JSON.createObjectNode().put("jsonrpc", "2.0").put("id", 1).put("method", method);
        ArrayNode list = request.putArray("params");
        for (Object parameter : parameters) {
            list.addPOJO(parameter);
        }
        JsonNode answer = send(request);
        if (answer.hasNonNull("error")) {
            throw new IllegalStateException(
                    method + ": " + answer.get("error").path("message").asText());
        }
        return answer.path("result");
    }

    private JsonNode send(ObjectNode body) {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return JSON.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException unreachable) {
            throw new IllegalStateException("no answer from the node at " + url, unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the node", interrupted);
        }
    }

    /** Calls a view function at the latest block. */
    <R> R call(String contract, FunctionCall<R> call) {
        ObjectNode transaction = JSON.createObjectNode().put("to", contract).put("data", call.data());
        return call.decode(ask("eth_call", transaction, "latest").asText());
    }

    /** Every log of the contract up to a block, in chain order. */
    List<Log> logs(String contract, long toBlock) {
        ObjectNode filter = JSON.createObjectNode()
                .put("address", contract)
                .put("fromBlock", "0x0")
                .put("toBlock", "0x" + Long.toHexString(toBlock));
        List<Log> logs = new ArrayList<>();
        for (JsonNode log : ask("eth_getLogs", filter)) {
            List<String> topics = new ArrayList<>();
            log.get("topics").forEach(topic -> topics.add(topic.asText()));
            logs.add(new Log(
                    log.get("address").asText(),
                    topics,
                    log.get("data").asText(),
                    number(log.get("blockNumber")).longValueExact(),
                    log.get("transactionHash").asText()));
        }
        return logs;
    }

    /** A quantity: 0x-prefixed hex. */
    static BigInteger number(JsonNode quantity) {
        return new BigInteger(quantity.asText().substring(2), 16);
    }
}

package network.spheron.dao.local.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.chain.LocalClock;
import network.spheron.dao.local.chain.NodeRpc;
import network.spheron.dao.local.component.Anvil;

/** What only the local stack has: the demo wallet's script, the chain's clock, and a way to the chain's node for the wallet. */
final class LocalEndpoints {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LONGEST_MOVE_SECONDS = Duration.ofDays(400).toSeconds();
    /** Reading and sending; nothing that changes the node itself. */
    private static final Pattern WALLET_METHODS = Pattern.compile("eth_\\w+|net_version|web3_clientVersion");

    private final NodeRpc node;
    private final LocalClock clock;

    LocalEndpoints(NodeRpc node, LocalClock clock) {
        this.node = node;
        this.clock = clock;
    }

    void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            switch (call) {
                case "GET /local/wallet.js" -> script(exchange);
                case "GET /local/wallet.json" -> Answer.json(exchange, 200, accounts());
                case "GET /local/clock" -> Answer.json(exchange, 200, time(clock.now()));
                case "POST /local/clock" -> moveClock(exchange);
                case "POST /local/rpc" -> rpc(exchange);
                default -> Answer.problem(exchange, 404, "not-found", "There is nothing at this address");
            }
        } catch (UncheckedIOException notRunning) {
            Answer.problem(exchange, 503, "not-available", "The local chain is not running");
        }
    }

    private static void script(HttpExchange exchange) throws IOException {
        try (InputStream file = LocalEndpoints.class.getResourceAsStream("/web/wallet.js")) {
            if (file == null) {
                throw new FileNotFoundException("web/wallet.js is not on the class path");
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            Answer.send(exchange, 200, "text/javascript; charset=utf-8", file.readAllBytes());
        }
    }

    /** The demo wallet's keys: key indices by login. */
    private static String accounts() {
        ObjectNode answer =
                JSON.createObjectNode().put("mnemonic", DemoKeys.MNEMONIC).put("chainId", Anvil.CHAIN_ID);
        ObjectNode accounts = answer.putObject("accounts");
        DemoKeys.logins().forEach(login -> DemoKeys.indexOf(login).ifPresent(index -> accounts.put(login, index)));
        return answer.toString();
    }

    private void moveClock(HttpExchange exchange) throws IOException {
        JsonNode request = json(exchange);
        long seconds = request.path("seconds").asLong();
        if (!request.path("seconds").isIntegralNumber() || seconds < 1 || seconds > LONGEST_MOVE_SECONDS) {
            Answer.problem(exchange, 400, "invalid-move", "seconds must be a whole number from 1 to 34560000");
            return;
        }
        Answer.json(exchange, 200, time(clock.advance(Duration.ofSeconds(seconds))));
    }

    private void rpc(HttpExchange exchange) throws IOException {
        JsonNode request = json(exchange);
        Iterable<JsonNode> calls = request.isArray() ? request : List.of(request);
        for (JsonNode call : calls) {
            if (!WALLET_METHODS.matcher(call.path("method").asText()).matches()) {
                Answer.problem(exchange, 403, "method-not-offered", "This method of the node is not offered here");
                return;
            }
        }
        Answer.send(exchange, 200, "application/json", node.post(JSON.writeValueAsBytes(request)));
    }

    /** Only requests that say they are JSON: a page of another site cannot send such a request unasked. */
    private static JsonNode json(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            return JSON.missingNode();
        }
        try {
            return JSON.readTree(exchange.getRequestBody());
        } catch (JsonProcessingException malformed) {
            return JSON.missingNode();
        }
    }

    private String time(Instant now) {
        return JSON.createObjectNode()
                .put("time", now.getEpochSecond())
                .put("iso", now.toString())
                .put("offsetSeconds", clock.offset().toSeconds())
                .put("block", clock.head())
                .toString();
    }
}

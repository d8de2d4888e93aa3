package network.spheron.dao.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider's HTTP side (OpenID Connect Discovery and Core): the code is the very answer, so nothing is remembered. */
final class TokenEndpoints {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestTokens tokens;

    TokenEndpoints(TestTokens tokens) {
        this.tokens = tokens;
    }

    void register(HttpServer server) {
        String base = URI.create(tokens.issuer()).getPath();
        server.createContext(base + "/.well-known/openid-configuration", call -> answer(call, discovery()));
        server.createContext(base + "/certs", call -> answer(call, tokens.key().keySet()));
        server.createContext(base + "/authorize", this::authorize);
        server.createContext(base + "/token", this::token);
        server.createContext(base + "/logout", call -> {
            Map<String, String> query = parameters(call.getRequestURI().getRawQuery());
            redirect(call, query.getOrDefault("post_logout_redirect_uri", "/"));
        });
    }

    private Map<String, Object> discovery() {
        String issuer = tokens.issuer();
        return Map.of(
                "issuer",
                issuer,
                "authorization_endpoint",
                issuer + "/authorize",
                "token_endpoint",
                issuer + "/token",
                "end_session_endpoint",
                issuer + "/logout",
                "jwks_uri",
                issuer + "/certs",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "code_challenge_methods_supported",
                List.of("S256"),
                "id_token_signing_alg_values_supported",
                List.of("RS256"));
    }

    private void authorize(HttpExchange call) throws IOException {
        Map<String, String> query = parameters(call.getRequestURI().getRawQuery());
        Map<String, String> granted = new HashMap<>();
        granted.put("person", query.getOrDefault("person", "nobody"));
        granted.put("roles", query.getOrDefault("roles", ""));
        granted.put("nonce", query.getOrDefault("nonce", ""));
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(granted));
        String state = URLEncoder.encode(query.getOrDefault("state", ""), StandardCharsets.UTF_8);
        redirect(call, query.get("redirect_uri") + "?code=" + code + "&state=" + state);
    }

    private void token(HttpExchange call) throws IOException {
        Map<String, String> form = parameters(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] code = Base64.getUrlDecoder().decode(form.getOrDefault("code", ""));
        var granted = JSON.readTree(code);
        List<String> roles = List.of(granted.path("roles").asText().split(",", -1));
        Map<String, Object> claims = tokens.claims(granted.path("person").asText(), roles);
        String access = tokens.key().sign(claims);
        claims.put("nonce", granted.path("nonce").asText());
        claims.put("typ", "ID");
        String identity = tokens.key().sign(claims);
        answer(
                call,
                Map.of("access_token", access, "id_token", identity, "token_type", "Bearer", "expires_in", 28_800));
    }

    private static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : (encoded == null ? "" : encoded).split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                String value = URLDecoder.decode(pair.substring(sign + 1), StandardCharsets.UTF_8);
                parameters.put(pair.substring(0, sign), value);
            }
        }
        return parameters;
    }

    private static void answer(HttpExchange call, Map<String, ?> body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, bytes.length);
        try (call) {
            call.getResponseBody().write(bytes);
        }
    }

    private static void redirect(HttpExchange call, String location) throws IOException {
        call.getResponseHeaders().set("Location", location);
        call.sendResponseHeaders(302, -1);
        call.close();
    }
}

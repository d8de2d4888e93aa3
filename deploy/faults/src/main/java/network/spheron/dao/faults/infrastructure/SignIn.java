package network.spheron.dao.faults.infrastructure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import network.spheron.dao.local.DemoKeys;
import network.spheron.dao.local.Platform;

/** Keycloak, as people and its administrator see it. */
final class SignIn {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "/admin/realms/spheron";
    private static final String PROVIDERS = REALM + "/components?type=org.keycloak.keys.KeyProvider";

    private final Platform platform;
    private final HttpClient http = HttpClient.newHttpClient();

    SignIn(Platform platform) {
        this.platform = platform;
    }

    /** An access token. */
    record Token(String value) {
        /** The id of the key that signed it. */
        String key() {
            try {
                String header = value.substring(0, value.indexOf('.'));
                return JSON.readTree(Base64.getUrlDecoder().decode(header))
                        .get("kid")
                        .asText();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Signs a demo person in. */
    Token as(String person) {
        return token(platform.origin(), "spheron", "cli", person, DemoKeys.PASSWORD);
    }

    /** Status of what is at a path of the portal, for whom this token was made. */
    int get(String path, Token token) {
        return send(authorized(platform.origin().resolve(path), token)).statusCode();
    }

    /** Adds a key that signs from now on; those that signed before only verify. */
    void rotateKeys() {
        Token administrator = token(keycloak(), "master", "admin-cli", "admin", platform.keycloakPassword());
        JsonNode realm = read(REALM, administrator);
        for (JsonNode provider : read(PROVIDERS, administrator)) {
            if (provider.path("providerId").asText().equals("rsa-generated")) {
                ObjectNode passive = provider.deepCopy();
                passive.withObject("/config").putArray("active").add("false");
                change("PUT", REALM + "/components/" + provider.get("id").asText(), passive, administrator);
            }
        }
        ObjectNode next = JSON.createObjectNode()
                .put("name", "rsa-next-" + System.nanoTime())
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider")
                .put("parentId", realm.get("id").asText());
        ObjectNode config = next.putObject("config");
        config.putArray("priority").add("200");
        config.putArray("algorithm").add("RS256");
        change("POST", REALM + "/components", next, administrator);
    }

    private JsonNode read(String path, Token administrator) {
        return parse(send(authorized(keycloak().resolve(path), administrator)));
    }

    private void change(String method, String path, JsonNode body, Token administrator) {
        HttpRequest request = HttpRequest.newBuilder(keycloak().resolve(path))
                .header("Authorization", "Bearer " + administrator.value())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build();
        int status = send(request).statusCode();
        if (status >= 300) {
            throw new IllegalStateException("Keycloak answers " + status + " to " + method + " " + path);
        }
    }

    private Token token(URI origin, String realm, String client, String person, String password) {
        Map<String, String> form = new TreeMap<>(
                Map.of("grant_type", "password", "client_id", client, "username", person, "password", password));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(
                        origin.resolve("/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return new Token(parse(send(request)).path("access_token").asText());
    }

    private URI keycloak() {
        return platform.address("keycloak");
    }

    private static HttpRequest authorized(URI uri, Token token) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token.value())
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode parse(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("Keycloak answers " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(answer.body(), e);
        }
    }
}

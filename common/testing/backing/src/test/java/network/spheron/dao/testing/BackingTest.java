package network.spheron.dao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BackingTest {
    @Test
    void everyDatabaseIsEmptyAndSeparate() throws Exception {
        TestDatabase one = TestPostgres.createDatabase();
        TestDatabase other = TestPostgres.createDatabase();

        try (var connection = one.connect();
                var statement = connection.createStatement()) {
            statement.execute("create table t (id int)");
        }

        try (var connection = other.dataSource().getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void theBrokerIsSharedAndListens() throws Exception {
        String[] address = TestKafka.bootstrapServers().split(":", -1);

        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThat(TestKafka.bootstrapServers()).isEqualTo(String.join(":", address));
    }

    @Test
    void theChainsClockMovesOnAndStateGoesBack() {
        try (TestChain chain = TestChain.start()) {
            long before = chain.now();
            String snapshot = chain.snapshot();
            long height = chain.blockNumber();

            chain.advance(Duration.ofDays(3));
            assertThat(chain.now()).isGreaterThanOrEqualTo(before + 3 * 86_400);
            JsonNode last = chain.rpc("eth_getBlockByNumber", "finalized", false);
            assertThat(Long.decode(last.get("timestamp").asText())).isGreaterThanOrEqualTo(before + 3 * 86_400);

            chain.revert(snapshot);
            assertThat(chain.blockNumber()).isBetween(height, height + 1);
        }
    }

    @Test
    void keysAreTheWellKnownOnesAndFunded() {
        TestKeys.TestKey first = TestKeys.key(0);

        assertThat(first.address()).isEqualTo("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");
        assertThat(first.privateKey()).isEqualTo("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
        assertThat(first.sign("0x" + "11".repeat(32))).hasSize(2 + 2 * 65);
        TestKeys.TestKey last = TestKeys.key(TestKeys.COUNT - 1);
        String balance = TestChain.shared()
                .rpc("eth_getBalance", last.address(), "latest")
                .asText();
        assertThat(balance).isNotEqualTo("0x0");
    }

    @Test
    void tokensCarryPersonAndRealmRoles() throws Exception {
        String token = TestTokens.shared().token("alice", "holder", "steward");

        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
        assertThat(claims.path("sub").asText()).isEqualTo("alice");
        assertThat(claims.path("realm_access").path("roles").toString()).isEqualTo("[\"holder\",\"steward\"]");
    }

    @Test
    void theCodeFlowSignsInWhomTheTestNames() throws Exception {
        String issuer = TestTokens.shared().issuer();
        URI authorize = URI.create(issuer + "/authorize?redirect_uri=http%3A%2F%2Flocalhost%2Fback&state=s&nonce=n"
                + TestTokens.signInAs("bob", "holder"));
        HttpClient client = HttpClient.newHttpClient();

        HttpResponse<Void> redirect =
                client.send(HttpRequest.newBuilder(authorize).build(), HttpResponse.BodyHandlers.discarding());
        String location = redirect.headers().firstValue("Location").orElseThrow();
        String code = location.substring(location.indexOf("code=") + 5, location.indexOf("&state=s"));
        HttpRequest exchange = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=authorization_code&code=" + code))
                .build();
        JsonNode answer = new ObjectMapper()
                .readTree(client.send(exchange, HttpResponse.BodyHandlers.ofString())
                        .body());

        String identity = answer.path("id_token").asText();
        JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(identity.split("\\.", -1)[1]));
        assertThat(claims.path("preferred_username").asText()).isEqualTo("bob");
        assertThat(claims.path("nonce").asText()).isEqualTo("n");
    }
}

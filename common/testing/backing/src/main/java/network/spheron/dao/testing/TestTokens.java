package network.spheron.dao.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * An identity provider for tests, with the claims that Keycloak's realm gives: bearer tokens straight from {@link #token},
 * and a code flow that signs in whoever the test names ({@link #signInAs}). One per JVM.
 */
public final class TestTokens {
    /** The client that pages use. */
    public static final String CLIENT = "portal";

    private static final String ISSUER = "spheron.testing.issuer";
    private static final Duration LIFETIME = Duration.ofHours(8);

    private final String issuer;
    private final SigningKey key;

    TestTokens(String issuer, SigningKey key) {
        this.issuer = issuer;
        this.key = key;
    }

    /** The provider of this JVM. */
    public static TestTokens shared() {
        String[] known = OncePerJvm.started(ISSUER, TestTokens::start).split(" ", 2);
        return new TestTokens(known[0], SigningKey.decode(known[1]));
    }

    /** What {@code quarkus.oidc.auth-server-url} takes. */
    public String issuer() {
        return issuer;
    }

    /**
     * A bearer token.
     *
     * @param person subject and user name
     * @param roles realm roles such as {@code holder}, {@code contractor}, {@code steward}, {@code auditor}
     */
    public String token(String person, String... roles) {
        Map<String, Object> claims = claims(person, List.of(roles));
        claims.put("typ", "Bearer");
        return key.sign(claims);
    }

    /**
     * What a test adds to the address that a page redirects to for sign-in ({@code …/authorize?…}); following it then
     * leads back to the page, signed in.
     */
    public static String signInAs(String person, String... roles) {
        return "&person=" + person + "&roles=" + String.join(",", roles);
    }

    Map<String, Object> claims(String person, List<String> roles) {
        Instant now = Instant.now();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("sub", person);
        claims.put("aud", CLIENT);
        claims.put("azp", CLIENT);
        claims.put("preferred_username", person);
        claims.put("name", person);
        claims.put("realm_access", Map.of("roles", roles));
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFETIME).getEpochSecond());
        return claims;
    }

    SigningKey key() {
        return key;
    }

    private static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newFixedThreadPool(2, TestTokens::daemon));
            String issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/spheron";
            SigningKey key = SigningKey.generate();
            new TokenEndpoints(new TestTokens(issuer, key)).register(server);
            server.start();
            return issuer + " " + key.encode();
        } catch (IOException e) {
            throw new UncheckedIOException("the token issuer does not start", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "token-issuer");
        thread.setDaemon(true);
        return thread;
    }
}

package network.spheron.dao.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import network.spheron.dao.identity.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Signed double-submit tokens (OWASP): a random value in a cookie, and in the form the same value with a signature over
 * it and the person. Another site can neither read the cookie nor sign for this person. All services share the secret, so
 * a form of one is good at another.
 */
@RequestScoped
public class CsrfTokens {
    static final String COOKIE = "portal_csrf";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Caller caller;
    private final RoutingContext routing;
    private final String secret;
    private @Nullable String fresh;

    CsrfTokens(
            Caller caller,
            RoutingContext routing,
            @ConfigProperty(name = "spheron.identity.session-secret") String secret) {
        this.caller = caller;
        this.routing = routing;
        this.secret = secret;
    }

    /** The token for this request's page; sets the cookie if the browser has none. */
    public String issue() {
        String nonce = nonce();
        return nonce + "." + signature(nonce);
    }

    /** Whether the token belongs to the browser's cookie and to the person. */
    boolean isValid(String token) {
        Cookie cookie = routing.request().getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return false;
        }
        String expected = cookie.getValue() + "." + signature(cookie.getValue());
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private String nonce() {
        Cookie cookie = routing.request().getCookie(COOKIE);
        if (cookie != null && !cookie.getValue().isEmpty()) {
            return cookie.getValue();
        }
        String made = fresh;
        if (made == null) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            made = BASE64.encodeToString(bytes);
            fresh = made;
            routing.response()
                    .addCookie(Cookie.cookie(COOKIE, made)
                            .setPath("/")
                            .setHttpOnly(true)
                            .setSecure(routing.request().isSSL())
                            .setSameSite(CookieSameSite.STRICT));
        }
        return made;
    }

    private String signature(String nonce) {
        String person = caller.isSignedIn() ? caller.personId() : "";
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("csrf:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return BASE64.encodeToString(mac.doFinal((nonce + "|" + person).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

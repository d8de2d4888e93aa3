package network.spheron.dao.identity;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** How people sign in; the OIDC settings of Quarkus follow from it. */
@ConfigMapping(prefix = "spheron.identity")
public interface IdentityConfig {
    /** Where people reach the portal, such as {@code https://dao.example.org}; wallets are linked to this origin. */
    URI origin();

    /** The realm's address; {@code quarkus.oidc.auth-server-url} may be set instead. */
    Optional<String> issuer();

    /** Secret of the client {@code portal}, with which pages sign people in. */
    String clientSecret();

    /** At least 32 characters, the same for all services: encrypts session cookies, signs form tokens and nonces. */
    String sessionSecret();
}

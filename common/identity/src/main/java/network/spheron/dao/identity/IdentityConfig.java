package network.spheron.dao.identity;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** How people sign in; the OIDC settings of Quarkus follow from it. */
@ConfigMapping(prefix = "spheron.identity")
public interface IdentityConfig {
    /** Where people reach the portal, such as {@code https://dao.example.org}; wallets are linked to this origin. */
    URI origin();

    /** At least 32 characters, the same for all services: encrypts session cookies, signs form tokens and nonces. */
    String sessionSecret();
}

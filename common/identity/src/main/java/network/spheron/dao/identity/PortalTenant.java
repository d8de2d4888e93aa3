package network.spheron.dao.identity;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Which way of signing in counts: bearer tokens for the API, the session cookie for pages, never both. */
@ApplicationScoped
class PortalTenant implements TenantResolver {
    private static final String PORTAL = "portal";
    // Said explicitly: with no answer Quarkus would go by the last step of the path, /api/…/portal for instance.
    private static final String BEARER = "Default";

    @Override
    public String resolve(RoutingContext context) {
        boolean api = context.normalizedPath().startsWith("/api/");
        boolean bearer = context.request().getHeader("Authorization") != null;
        return api || bearer ? BEARER : PORTAL;
    }
}

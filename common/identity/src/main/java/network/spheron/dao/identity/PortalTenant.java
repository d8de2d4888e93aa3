package network.spheron.dao.identity;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Which way of signing in counts: bearer tokens for the API, the session cookie for pages, never both. */
@ApplicationScoped
class PortalTenant implements TenantResolver {
    private static final String PORTAL = "portal";

    @Override
    public @Nullable String resolve(RoutingContext context) {
        boolean api = context.normalizedPath().startsWith("/api/");
        boolean bearer = context.request().getHeader("Authorization") != null;
        return api || bearer ? null : PORTAL;
    }
}

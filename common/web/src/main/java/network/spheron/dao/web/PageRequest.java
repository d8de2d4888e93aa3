package network.spheron.dao.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The current request as its page needs it: where it is, and the token for its forms. */
@RequestScoped
class PageRequest {
    private final RoutingContext routing;
    private final CsrfTokens csrfTokens;

    PageRequest(RoutingContext routing, CsrfTokens csrfTokens) {
        this.routing = routing;
        this.csrfTokens = csrfTokens;
    }

    /** Path and query of this page, encoded for a query parameter, to come back to after signing in. */
    String here() {
        return URLEncoder.encode(routing.request().uri(), StandardCharsets.UTF_8);
    }

    String csrf() {
        return csrfTokens.issue();
    }
}

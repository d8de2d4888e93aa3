package network.spheron.dao.identity;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Where signing in begins and ends. {@code /auth/callback} and {@code /auth/logout} are answered by the OIDC layer before
 * they get here; what still arrives has nothing to complete and is sent on. All services can answer, so that the route
 * table may choose any; the session they make is the same.
 */
@Path("/auth")
@PermitAll
public class SignInPages {
    private static final String HOME = "/sips";

    /** Signs in, then leads back to a page of this portal. */
    @GET
    @Path("login")
    @Authenticated
    public Response login(@RestQuery @DefaultValue(HOME) String to) {
        return Response.seeOther(URI.create(isLocal(to) ? to : HOME)).build();
    }

    @GET
    @Path("callback")
    public Response callback() {
        return Response.seeOther(URI.create(HOME)).build();
    }

    @GET
    @Path("logout")
    public Response logout() {
        return Response.seeOther(URI.create(HOME)).build();
    }

    /** The identity provider refused, or the person turned back. */
    @GET
    @Path("failed")
    public Response failed() {
        throw new NotSignedIn();
    }

    /** A path here, not another site ({@code //evil}, {@code /\evil}) and not again the sign-in. */
    static boolean isLocal(String to) {
        return to.matches("/(?!/)([\\w/?&=.~:@!$'()*+,;-]|%[0-9A-Fa-f]{2})*(#[\\w-]*)?") && !to.startsWith("/auth/");
    }
}

package network.spheron.dao.governance.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import network.spheron.dao.governance.member.LinkWallet;
import network.spheron.dao.governance.member.MemberView;
import network.spheron.dao.governance.member.Membership;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;
import org.jspecify.annotations.Nullable;

/** The page of the signed-in person. */
@Path("/members/me")
@Blocking
@Authenticated
public class MemberPages {
    private final Membership membership;
    private final LinkWallet linkWallet;

    MemberPages(Membership membership, LinkWallet linkWallet) {
        this.membership = membership;
        this.linkWallet = linkWallet;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance me(MemberView me);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance me() {
        return Templates.me(membership.me());
    }

    @POST
    @Path("wallets/request")
    @Produces(MediaType.APPLICATION_JSON)
    public SignRequest walletRequest(@FormParam("wallet") @Nullable String wallet) {
        return linkWallet.request(wallet);
    }

    @POST
    @Path("wallets")
    @Produces(MediaType.APPLICATION_JSON)
    public Outcome link(
            @FormParam("message") @Nullable String message, @FormParam("signature") @Nullable String signature) {
        linkWallet.link(message, signature);
        return Outcome.goTo("/members/me");
    }

    @POST
    @Path("wallets/{address}/unlink")
    public Response unlink(@PathParam("address") String address) {
        linkWallet.unlink(address);
        return Response.seeOther(URI.create("/members/me")).build();
    }
}

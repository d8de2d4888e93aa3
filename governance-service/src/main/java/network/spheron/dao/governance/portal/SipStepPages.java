package network.spheron.dao.governance.portal;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import network.spheron.dao.governance.discussion.CommentRequest;
import network.spheron.dao.governance.discussion.Discussion;
import network.spheron.dao.governance.sip.AdvanceSip;
import network.spheron.dao.governance.sip.ProposeSip;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;
import org.jspecify.annotations.Nullable;

/** What forms on a SIP's page lead to, apart from votes. */
@Path("/sips/{id}")
@Blocking
public class SipStepPages {
    private final AdvanceSip advance;
    private final ProposeSip propose;
    private final Discussion discussion;

    SipStepPages(AdvanceSip advance, ProposeSip propose, Discussion discussion) {
        this.advance = advance;
        this.propose = propose;
        this.discussion = discussion;
    }

    @POST
    @Path("discuss")
    @RolesAllowed(Roles.HOLDER)
    public Response discuss(@PathParam("id") long id) {
        advance.openDiscussion(id);
        return back(id, "");
    }

    @POST
    @Path("finalize")
    @RolesAllowed(Roles.HOLDER)
    public Response finalizeContent(@PathParam("id") long id) {
        advance.finalizeContent(id);
        return back(id, "");
    }

    @POST
    @Path("comments")
    @Authenticated
    public Response comment(@PathParam("id") long id, @FormParam("text") @Nullable String text) {
        discussion.say(id, new CommentRequest(text));
        return back(id, "#comments");
    }

    @POST
    @Path("proposal/request")
    @RolesAllowed(Roles.HOLDER)
    @Produces(MediaType.APPLICATION_JSON)
    public SignRequest proposalRequest(@PathParam("id") long id) {
        return SignRequest.transaction(propose.request(id));
    }

    @POST
    @Path("proposal")
    @RolesAllowed(Roles.HOLDER)
    @Produces(MediaType.APPLICATION_JSON)
    public Outcome proposed(@PathParam("id") long id, @FormParam("transactionHash") @Nullable String transactionHash) {
        advance.hintProposal(id, transactionHash);
        return Outcome.noticed("Your proposal is on its way. Voting opens once its block is final.");
    }

    private static Response back(long id, String anchor) {
        return Response.seeOther(URI.create("/sips/" + id + anchor)).build();
    }
}

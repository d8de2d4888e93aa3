package network.spheron.dao.governance.sip;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.OwnTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** SIPs over HTTP. */
@Path("/api/sips")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "SIPs", description = "Proposals from draft to execution")
public class SipResource {
    private final BrowseSips browse;
    private final WriteSip write;
    private final AdvanceSip advance;
    private final ProposeSip propose;

    SipResource(BrowseSips browse, WriteSip write, AdvanceSip advance, ProposeSip propose) {
        this.browse = browse;
        this.write = write;
        this.advance = advance;
        this.propose = propose;
    }

    @GET
    @Operation(summary = "Lists SIPs, newest first, of one status or of all")
    public SipPage list(
            @QueryParam("status") @Nullable String status,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("20") int size) {
        return browse.page(parseStatus(status), page, size);
    }

    @POST
    @RolesAllowed(Roles.HOLDER)
    @Operation(summary = "Drafts a SIP")
    @APIResponse(responseCode = "201", description = "Drafted; Location names it")
    @APIResponse(responseCode = "422", description = "The treasury would refuse the mandate's terms")
    public Response draft(SipRequest request) {
        long id = write.draft(request);
        return Response.created(URI.create("/api/sips/" + id))
                .entity(browse.view(id))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Shows a SIP with its revisions and what the caller may do")
    public SipView show(@PathParam("id") long id) {
        return browse.view(id);
    }

    @PUT
    @Path("{id}")
    @RolesAllowed(Roles.HOLDER)
    @Operation(summary = "Stores a further revision of a SIP that is not final")
    public SipView revise(@PathParam("id") long id, SipRequest request) {
        write.revise(id, request);
        return browse.view(id);
    }

    @POST
    @Path("{id}/discuss")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.HOLDER)
    @Operation(summary = "Opens the discussion of a draft")
    public SipView discuss(@PathParam("id") long id) {
        advance.openDiscussion(id);
        return browse.view(id);
    }

    @POST
    @Path("{id}/finalize")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Roles.HOLDER)
    @Operation(summary = "Fixes the content; its hash and proposal id are known from here on")
    public SipView finalizeContent(@PathParam("id") long id) {
        advance.finalizeContent(id);
        return browse.view(id);
    }

    @GET
    @Path("{id}/proposal-request")
    @RolesAllowed(Roles.HOLDER)
    @Operation(summary = "The transaction with which the author's own wallet proposes the SIP")
    public OwnTransaction proposalRequest(@PathParam("id") long id) {
        return propose.request(id);
    }

    @POST
    @Path("{id}/proposal")
    @RolesAllowed(Roles.HOLDER)
    @Operation(summary = "Notes the proposing transaction; the chain alone says whether it did")
    @APIResponse(responseCode = "202", description = "Noted")
    public Response hintProposal(@PathParam("id") long id, ProposalHint hint) {
        advance.hintProposal(id, hint.transactionHash());
        return Response.accepted(browse.view(id)).build();
    }

    private static @Nullable SipStatus parseStatus(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return null;
        }
        return Arrays.stream(SipStatus.values())
                .filter(known -> known.name().equalsIgnoreCase(status))
                .findFirst()
                .orElseThrow(() -> new InvalidField("status", "is not a status of a SIP"));
    }

    /** The transaction that the author's wallet has sent. */
    public record ProposalHint(@Nullable String transactionHash) {}
}

package network.spheron.dao.governance.voting;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import network.spheron.dao.web.OwnTransaction;
import network.spheron.dao.web.SignRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Votes on SIPs over HTTP. */
@Path("/api/sips/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Votes", description = "Votes of the token holders on SIPs")
public class VoteResource {
    private final BrowseVotes browse;
    private final PrepareVote prepare;
    private final CastVotes cast;

    VoteResource(BrowseVotes browse, PrepareVote prepare, CastVotes cast) {
        this.browse = browse;
        this.prepare = prepare;
        this.cast = cast;
    }

    @GET
    @Path("votes")
    @Operation(summary = "The votes on a SIP: sums, counted votes, and signed ones on their way")
    public SipVotes votes(
            @PathParam("id") long id,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("100") int size) {
        return browse.on(id, page, size);
    }

    @GET
    @Path("vote-request")
    @Operation(summary = "The ballot to sign (EIP-712), and what it says in words")
    public SignRequest voteRequest(
            @PathParam("id") long id,
            @QueryParam("voter") @Nullable String voter,
            @QueryParam("support") @Nullable Integer support) {
        return prepare.request(id, voter, support);
    }

    @GET
    @Path("vote-transaction")
    @Operation(summary = "The vote as a transaction of the voter's own wallet")
    public OwnTransaction voteTransaction(
            @PathParam("id") long id,
            @QueryParam("voter") @Nullable String voter,
            @QueryParam("support") @Nullable Integer support) {
        return prepare.transaction(id, voter, support);
    }

    @POST
    @Path("votes")
    @Authenticated
    @Operation(summary = "Relays signed votes; bad ones are refused singly with a reason")
    @APIResponse(responseCode = "202", description = "At least one vote is on its way")
    @APIResponse(responseCode = "422", description = "Not a single vote is acceptable")
    public Response cast(@PathParam("id") long id, VotesRequest request) {
        return Response.accepted(cast.relay(id, request)).build();
    }
}

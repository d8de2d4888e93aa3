package network.spheron.dao.governance.election;

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
import java.math.BigInteger;
import network.spheron.dao.web.OwnTransaction;
import network.spheron.dao.web.SignRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Elections over HTTP. */
@Path("/api/elections/{mandateId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Elections", description = "Votes of the token holders on the bids of a mandate")
public class ElectionResource {
    private final BrowseElections browse;
    private final PrepareBallot prepare;
    private final CastBallots cast;
    private final ObjectToAward objectToAward;

    ElectionResource(BrowseElections browse, PrepareBallot prepare, CastBallots cast, ObjectToAward objectToAward) {
        this.browse = browse;
        this.prepare = prepare;
        this.cast = cast;
        this.objectToAward = objectToAward;
    }

    @GET
    @Operation(summary = "The election: status, windows, and how every bid stands")
    public ElectionView show(@PathParam("mandateId") BigInteger mandateId) {
        return browse.view(mandateId);
    }

    @GET
    @Path("ballots")
    @Operation(summary = "The counted ballots, one per voter, and signed ones on their way")
    public ElectionBallots ballots(
            @PathParam("mandateId") BigInteger mandateId,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("size") @DefaultValue("100") int size) {
        return browse.ballots(mandateId, page, size);
    }

    @GET
    @Path("ballot-request")
    @Operation(summary = "The ballot to sign (EIP-712), and what it says in words")
    public SignRequest ballotRequest(
            @PathParam("mandateId") BigInteger mandateId,
            @QueryParam("voter") @Nullable String voter,
            @QueryParam("sequence") @Nullable String sequence,
            @QueryParam("choices") @Nullable String choices) {
        return prepare.request(mandateId, voter, sequence, choices);
    }

    @GET
    @Path("ballot-transaction")
    @Operation(summary = "The ballot as a transaction of the voter's own wallet")
    public OwnTransaction ballotTransaction(
            @PathParam("mandateId") BigInteger mandateId,
            @QueryParam("voter") @Nullable String voter,
            @QueryParam("sequence") @Nullable String sequence,
            @QueryParam("choices") @Nullable String choices) {
        return prepare.transaction(mandateId, voter, sequence, choices);
    }

    @POST
    @Path("ballots")
    @Authenticated
    @Operation(summary = "Relays signed ballots; bad ones are refused singly with a reason")
    @APIResponse(responseCode = "202", description = "At least one ballot is on its way")
    @APIResponse(responseCode = "409", description = "Not a single ballot is acceptable")
    public Response cast(@PathParam("mandateId") BigInteger mandateId, BallotsRequest request) {
        return Response.accepted(cast.relay(mandateId, request)).build();
    }

    @POST
    @Path("objection-transaction")
    @Authenticated
    @Operation(summary = "The transaction by which a holder's own wallet objects to the award")
    @APIResponse(responseCode = "403", description = "wallet-not-linked")
    @APIResponse(responseCode = "409", description = "not-objectable")
    public OwnTransaction objectionTransaction(@PathParam("mandateId") BigInteger mandateId, ObjectionRequest request) {
        return objectToAward.transaction(mandateId, request);
    }

    @POST
    @Path("objection-reasons")
    @Authenticated
    @Operation(summary = "Keeps the words of an objection's reason, which are shown once their hash is on chain")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "409", description = "not-objectable")
    public void keepObjectionReason(@PathParam("mandateId") BigInteger mandateId, ObjectionRequest request) {
        objectToAward.keepReason(mandateId, request);
    }
}

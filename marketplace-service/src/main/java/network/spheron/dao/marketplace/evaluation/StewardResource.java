package network.spheron.dao.marketplace.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.identity.Roles;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The stewards' review over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.STEWARD)
@Tag(name = "Stewards")
class StewardResource {
    private final StewardQueue queue;
    private final DisqualifyBid disqualifyBid;

    StewardResource(StewardQueue queue, DisqualifyBid disqualifyBid) {
        this.queue = queue;
        this.disqualifyBid = disqualifyBid;
    }

    @GET
    @Path("/api/steward/queue")
    @Operation(summary = "What waits for stewards, with what the caller may sign and why not")
    public List<QueueItem> queue() {
        return queue.waiting();
    }

    @POST
    @Path("/api/workstreams/{mandateId}/bids/{bidIndex}/disqualification-request")
    @Operation(summary = "What a steward signs to take a bid off the ballot")
    @APIResponse(responseCode = "403", description = "not-a-steward, conflict-of-interest")
    @APIResponse(responseCode = "409", description = "not-in-review-window")
    public PreparedDecision prepare(BigInteger mandateId, int bidIndex, DisqualificationRequest request) {
        return disqualifyBid.prepare(mandateId, bidIndex, request);
    }

    @POST
    @Path("/api/workstreams/{mandateId}/bids/{bidIndex}/disqualifications")
    @ResponseStatus(202)
    @Operation(summary = "Keeps a steward's signature; the disqualification is relayed once enough have signed")
    @APIResponse(responseCode = "202", description = "Kept; with a submission once it was relayed")
    @APIResponse(responseCode = "403", description = "not-a-steward, conflict-of-interest")
    @APIResponse(responseCode = "409", description = "not-in-review-window, already-signed")
    @APIResponse(responseCode = "422", description = "wrong-signature, signature-expired")
    public CollectedDecision disqualify(BigInteger mandateId, int bidIndex, DisqualificationRequest request) {
        return disqualifyBid.submit(mandateId, bidIndex, request);
    }
}

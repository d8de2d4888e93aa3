package network.spheron.dao.marketplace.bid;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.web.OwnTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Bids over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Bids")
class BidResource {
    private final PrepareBid prepareBid;
    private final SubmitBid submitBid;
    private final RevealBid revealBid;
    private final ReadBids readBids;
    private final WithdrawBid withdrawBid;

    BidResource(
            PrepareBid prepareBid,
            SubmitBid submitBid,
            RevealBid revealBid,
            ReadBids readBids,
            WithdrawBid withdrawBid) {
        this.prepareBid = prepareBid;
        this.submitBid = submitBid;
        this.revealBid = revealBid;
        this.readBids = readBids;
        this.withdrawBid = withdrawBid;
    }

    @POST
    @Path("/api/workstreams/{mandateId}/bid-request")
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(summary = "Holds a bid's terms and returns what its bidder signs; nothing is on chain yet")
    @APIResponse(responseCode = "409", description = "bidding-closed, too-many-bids")
    @APIResponse(responseCode = "422", description = "price-above-cap, milestones-do-not-add-up")
    public PreparedBid prepare(BigInteger mandateId, BidRequest request) {
        return prepareBid.prepare(mandateId, request);
    }

    @POST
    @Path("/api/workstreams/{mandateId}/bids")
    @ResponseStatus(202)
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(summary = "Relays a signed bid's commitment; its terms stay sealed until the reveal")
    @APIResponse(responseCode = "202", description = "Accepted; follow the submission")
    @APIResponse(responseCode = "409", description = "bidding-closed, already-committed")
    @APIResponse(responseCode = "422", description = "wrong-signature, signature-expired")
    public SubmittedBid submit(BigInteger mandateId, SubmitBidRequest request) {
        return submitBid.submit(mandateId, request);
    }

    @GET
    @Path("/api/bids")
    @Authenticated
    @Operation(summary = "The caller's own bids, drafts included")
    public List<BidView> mine() {
        return readBids.mine();
    }

    @GET
    @Path("/api/bids/{bidId}")
    @PermitAll
    @Operation(summary = "A bid; the terms of a sealed one are shown to its bidder only")
    public BidView one(UUID bidId) {
        return readBids.one(bidId);
    }

    @POST
    @Path("/api/bids/{bidId}/reveal")
    @ResponseStatus(202)
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(summary = "Reveals a bid now; terms and salt are needed only where they are not held here")
    @APIResponse(responseCode = "409", description = "not-in-reveal-window, terms-not-held")
    @APIResponse(responseCode = "422", description = "commitment-mismatch")
    public SubmissionView reveal(UUID bidId, @Nullable BidRequest terms) {
        return revealBid.reveal(bidId, terms);
    }

    @GET
    @Path("/api/bids/{bidId}/withdrawal-transaction")
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(summary = "The transaction by which the bidder's own wallet takes a sealed bid back")
    public OwnTransaction withdrawal(UUID bidId) {
        return withdrawBid.transaction(bidId);
    }
}

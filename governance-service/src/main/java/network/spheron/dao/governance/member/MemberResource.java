package network.spheron.dao.governance.member;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import network.spheron.dao.web.SignRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The signed-in person over HTTP. */
@Path("/api/members/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Members", description = "The signed-in person and the linked wallets")
public class MemberResource {
    private final Membership membership;
    private final LinkWallet linkWallet;

    MemberResource(Membership membership, LinkWallet linkWallet) {
        this.membership = membership;
        this.linkWallet = linkWallet;
    }

    @GET
    @Operation(summary = "Who the caller is: roles, linked wallets and their voting power")
    public MemberView me() {
        return membership.me();
    }

    @GET
    @Path("wallet-request")
    @Operation(summary = "The message (ERC-4361) with which a wallet proves that the caller controls it")
    public SignRequest walletRequest(@QueryParam("address") @Nullable String address) {
        return linkWallet.request(address);
    }

    @POST
    @Path("wallets")
    @Operation(summary = "Links the wallet that signed the message")
    public Response link(WalletProof proof) {
        linkWallet.link(proof.message(), proof.signature());
        return Response.status(Response.Status.CREATED).entity(membership.me()).build();
    }

    @DELETE
    @Path("wallets/{address}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Ends the link of a wallet; that it was linked stays known")
    public MemberView unlink(@PathParam("address") String address) {
        linkWallet.unlink(address);
        return membership.me();
    }

    /** The signed message. */
    public record WalletProof(
            @Nullable String message, @Nullable String signature) {}
}

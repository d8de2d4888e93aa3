package network.spheron.dao.governance.portal;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import network.spheron.dao.governance.voting.CastVotes;
import network.spheron.dao.governance.voting.PrepareVote;
import network.spheron.dao.governance.voting.VotesRequest;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;
import org.jspecify.annotations.Nullable;

/** What the vote form on a SIP's page leads to. */
@Path("/sips/{id}/votes")
@Blocking
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class VotePages {
    private final PrepareVote prepare;
    private final CastVotes cast;

    VotePages(PrepareVote prepare, CastVotes cast) {
        this.prepare = prepare;
        this.cast = cast;
    }

    @POST
    @Path("request")
    public SignRequest request(
            @PathParam("id") long id,
            @FormParam("wallet") @Nullable String wallet,
            @FormParam("support") @Nullable Integer support) {
        return prepare.request(id, wallet, support);
    }

    @POST
    @Path("transaction")
    public SignRequest transaction(
            @PathParam("id") long id,
            @FormParam("wallet") @Nullable String wallet,
            @FormParam("support") @Nullable Integer support) {
        return SignRequest.transaction(prepare.transaction(id, wallet, support));
    }

    /** Takes the signed vote, or hears that the wallet has sent it itself. */
    @POST
    public Outcome vote(
            @PathParam("id") long id,
            @FormParam("wallet") @Nullable String wallet,
            @FormParam("support") @Nullable Integer support,
            @FormParam("signature") @Nullable String signature,
            @FormParam("transactionHash") @Nullable String transactionHash) {
        if (transactionHash != null) {
            return Outcome.noticed("Your wallet has sent the vote. It shows here once its block is final.");
        }
        VotesRequest.SignedVote vote = new VotesRequest.SignedVote(wallet, support, signature);
        return Outcome.relayed(
                cast.relay(id, new VotesRequest(List.of(vote))).submissions().get(0));
    }
}

package network.spheron.dao.governance.portal;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import network.spheron.dao.governance.election.ObjectToAward;
import network.spheron.dao.governance.election.ObjectionRequest;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the objection form on an election's page leads to. */
@Path("/elections/{mandateId}/objections")
@Blocking
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class ObjectionPages {
    private final ObjectToAward objectToAward;

    ObjectionPages(ObjectToAward objectToAward) {
        this.objectToAward = objectToAward;
    }

    @POST
    @Path("request")
    public SignRequest request(
            @PathParam("mandateId") BigInteger mandateId,
            @RestForm @Nullable String wallet,
            @RestForm @Nullable String reason) {
        return SignRequest.transaction(objectToAward.transaction(mandateId, new ObjectionRequest(wallet, reason)));
    }

    /** Hears that the wallet has sent it. */
    @POST
    public Outcome objected(@PathParam("mandateId") BigInteger mandateId, @RestForm @Nullable String reason) {
        objectToAward.keepReason(mandateId, new ObjectionRequest(null, reason));
        return Outcome.noticed("Your wallet has sent the objection. It shows here once its block is final.");
    }
}

package network.spheron.dao.marketplace.agreement;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;

/** What the form of an agreement sends: the same use case as the API. */
@Path("/agreements/{agreementId}/payee-change/cancellation")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Blocking
class AgreementFormPages {
    private final CancelPayeeChange cancelPayeeChange;

    AgreementFormPages(CancelPayeeChange cancelPayeeChange) {
        this.cancelPayeeChange = cancelPayeeChange;
    }

    @POST
    @Path("/request")
    public SignRequest request(BigInteger agreementId) {
        return SignRequest.transaction(cancelPayeeChange.transaction(agreementId));
    }

    @POST
    public Outcome cancelled(BigInteger agreementId) {
        return Outcome.goTo("/agreements/" + agreementId);
    }
}

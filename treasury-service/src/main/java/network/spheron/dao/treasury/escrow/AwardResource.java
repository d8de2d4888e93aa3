package network.spheron.dao.treasury.escrow;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.treasury.mandate.MandateView;
import network.spheron.dao.treasury.mandate.Mandates;
import network.spheron.dao.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Awards and agreements of a mandate, open to everyone. */
@Path("/api/mandates/{mandateId: [0-9]{1,78}}")
@PermitAll
class AwardResource {
    private final Mandates mandates;
    private final Awards awards;
    private final Agreements agreements;

    AwardResource(Mandates mandates, Awards awards, Agreements agreements) {
        this.mandates = mandates;
        this.awards = awards;
        this.agreements = agreements;
    }

    @GET
    @Path("/awards")
    @Operation(summary = "The winning bids under a mandate and what has become of each")
    @Transactional
    public List<AwardView> awards(BigInteger mandateId) {
        return awards.views(known(mandateId));
    }

    @GET
    @Path("/agreements")
    @Operation(summary = "The agreements funded under a mandate, newest first")
    @Transactional
    public List<AgreementView> agreements(BigInteger mandateId) {
        return agreements.views(known(mandateId));
    }

    private BigInteger known(BigInteger mandateId) {
        return mandates.view(mandateId)
                .map(MandateView::mandateId)
                .orElseThrow(() -> new NotFound("mandate " + mandateId));
    }
}

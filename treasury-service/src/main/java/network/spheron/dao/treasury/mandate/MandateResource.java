package network.spheron.dao.treasury.mandate;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Mandates, open to everyone. */
@Path("/api/mandates")
@PermitAll
class MandateResource {
    private final Mandates mandates;

    MandateResource(Mandates mandates) {
        this.mandates = mandates;
    }

    @GET
    @Operation(summary = "Every mandate, newest first")
    @Transactional
    public List<MandateView> mandates() {
        return mandates.views();
    }

    @GET
    @Path("/{mandateId: [0-9]{1,78}}")
    @Operation(summary = "One mandate")
    @Transactional
    public MandateView mandate(BigInteger mandateId) {
        return mandates.view(mandateId).orElseThrow(() -> new NotFound("mandate " + mandateId));
    }
}

package network.spheron.dao.marketplace.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Agreements over HTTP. */
@Path("/api/agreements")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Agreements")
class AgreementResource {
    private final ReadAgreements readAgreements;

    AgreementResource(ReadAgreements readAgreements) {
        this.readAgreements = readAgreements;
    }

    @GET
    @Operation(summary = "The newest agreements, those under one mandate, or the caller's own")
    public List<AgreementLine> list(@RestQuery boolean mine, @RestQuery @Nullable BigInteger mandate) {
        return mine ? readAgreements.mine() : readAgreements.all(mandate);
    }

    @GET
    @Path("/{agreementId}")
    @Operation(summary = "An agreement with its milestones, their rounds, decisions and payments")
    public AgreementView one(BigInteger agreementId) {
        return readAgreements.one(agreementId);
    }
}

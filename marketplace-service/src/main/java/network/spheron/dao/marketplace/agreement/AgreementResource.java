package network.spheron.dao.marketplace.agreement;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.web.OwnTransaction;
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
    private final CancelPayeeChange cancelPayeeChange;

    AgreementResource(ReadAgreements readAgreements, CancelPayeeChange cancelPayeeChange) {
        this.readAgreements = readAgreements;
        this.cancelPayeeChange = cancelPayeeChange;
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

    @GET
    @Path("/{agreementId}/payee-change/cancellation-transaction")
    @Operation(
            summary =
                    "The transaction by which the payee's or the contractor's own wallet cancels a change of the payee")
    public OwnTransaction cancellation(BigInteger agreementId) {
        return cancelPayeeChange.transaction(agreementId);
    }
}

package network.spheron.dao.treasury.reconciliation;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import network.spheron.dao.web.NotFound;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The last reconciliation, open to everyone. */
@Path("/api/treasury/reconciliation")
@PermitAll
class ReconciliationResource {
    private final Reconciliations reconciliations;

    ReconciliationResource(Reconciliations reconciliations) {
        this.reconciliations = reconciliations;
    }

    @GET
    @Operation(summary = "The last comparison of the ledger with the chain")
    @Transactional
    public ReconciliationView last() {
        return reconciliations.lastView().orElseThrow(() -> new NotFound("reconciliation yet"));
    }
}

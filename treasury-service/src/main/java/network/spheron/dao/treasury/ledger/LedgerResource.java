package network.spheron.dao.treasury.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The ledger, open to everyone. */
@Path("/api/ledger")
@PermitAll
class LedgerResource {
    private final Ledger ledger;

    LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Path("/accounts")
    @Operation(summary = "Every account with its balance")
    @Transactional
    public List<AccountView> accounts() {
        return ledger.accounts();
    }

    @GET
    @Path("/entries")
    @Operation(summary = "Entries, newest first, of one account or of all")
    @Transactional
    public List<EntryView> entries(
            @QueryParam("account") Optional<String> account,
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(1_000_000) int page,
            @QueryParam("size") @DefaultValue("100") @Min(1) @Max(500) int size) {
        return ledger.entryViews(account, page, size);
    }
}

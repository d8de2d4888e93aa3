package network.spheron.dao.treasury.ledger;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import network.spheron.dao.web.InvalidField;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The ledger, open to everyone. */
@Path("/api/ledger")
@PermitAll
class LedgerResource {
    private static final int LAST_PAGE = 1_000_000;
    private static final int LARGEST_PAGE = 500;

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
            @QueryParam("page") @DefaultValue("0") String page,
            @QueryParam("size") @DefaultValue("100") String size) {
        return ledger.entryViews(account, whole("page", page, 0, LAST_PAGE), whole("size", size, 1, LARGEST_PAGE));
    }

    /** JAX-RS would answer a number that is none with 404, as if the path were unknown. */
    private static int whole(String name, String text, int least, int most) {
        if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new InvalidField(name, "must be a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}

package network.spheron.dao.treasury.budget;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Budget lines, open to everyone. */
@Path("/api/treasury/lines")
@PermitAll
class BudgetResource {
    private final BudgetLines lines;

    BudgetResource(BudgetLines lines) {
        this.lines = lines;
    }

    @GET
    @Operation(summary = "Every budget line with what it holds back, has spent and has left")
    @Transactional
    public List<BudgetLineView> lines() {
        return lines.views();
    }
}

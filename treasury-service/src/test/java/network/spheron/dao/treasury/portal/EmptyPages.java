package network.spheron.dao.treasury.portal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The treasury's pages as they are before anything has happened. */
@Path("/treasury/before")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
public class EmptyPages {
    @GET
    @Path("/overview")
    public TemplateInstance overview() {
        return TreasuryPages.Templates.overview(
                new TreasuryOverview.Figures(List.of(), List.of(), List.of(), List.of(), List.of(), null, null));
    }

    @GET
    @Path("/ledger")
    public TemplateInstance ledger() {
        return TreasuryPages.Templates.ledger(List.of(), List.of(), "");
    }
}

package network.spheron.dao.treasury.distribution;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Distributions, open to everyone. */
@Path("/api/treasury/distributions")
@PermitAll
class DistributionResource {
    private final Distributions distributions;

    DistributionResource(Distributions distributions) {
        this.distributions = distributions;
    }

    @GET
    @Operation(summary = "Every distribution with what has been claimed of it")
    @Transactional
    public List<DistributionView> distributions() {
        return distributions.views();
    }
}

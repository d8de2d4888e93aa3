package network.spheron.dao.marketplace.workstream;

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

/** Workstreams over HTTP. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Workstreams")
class WorkstreamResource {
    private final ReadWorkstreams readWorkstreams;

    WorkstreamResource(ReadWorkstreams readWorkstreams) {
        this.readWorkstreams = readWorkstreams;
    }

    @GET
    @Path("/api/workstreams")
    @Operation(summary = "The newest workstreams, all or those of one status")
    public List<WorkstreamLine> list(@RestQuery @Nullable String status) {
        return readWorkstreams.list(status);
    }

    @GET
    @Path("/api/workstreams/{mandateId}")
    @Operation(summary = "A workstream with its terms, windows, bids and result")
    public WorkstreamView one(BigInteger mandateId) {
        return readWorkstreams.one(mandateId);
    }
}

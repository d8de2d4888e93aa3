package network.spheron.dao.chain.relay;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.TransactionRelay;

/** Shows anyone what has become of a relayed transaction. */
@Path("/api/submissions")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class SubmissionResource {
    private final TransactionRelay relay;

    SubmissionResource(TransactionRelay relay) {
        this.relay = relay;
    }

    @GET
    @Path("/{id}")
    public SubmissionView submission(@PathParam("id") String id) {
        return relay.find(id).orElseThrow(() -> new NotFoundException("there is no submission " + id));
    }
}

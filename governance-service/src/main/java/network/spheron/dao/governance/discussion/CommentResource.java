package network.spheron.dao.governance.discussion;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Comments over HTTP. */
@Path("/api/sips/{id}/comments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "SIPs")
public class CommentResource {
    private final Discussion discussion;

    CommentResource(Discussion discussion) {
        this.discussion = discussion;
    }

    @GET
    @Operation(summary = "Lists the comments on a SIP, oldest first")
    public List<CommentView> list(@PathParam("id") long id) {
        return discussion.comments(id);
    }

    @POST
    @Authenticated
    @Operation(summary = "Comments on a SIP")
    public Response say(@PathParam("id") long id, CommentRequest request) {
        return Response.status(Response.Status.CREATED)
                .entity(discussion.say(id, request))
                .build();
    }
}

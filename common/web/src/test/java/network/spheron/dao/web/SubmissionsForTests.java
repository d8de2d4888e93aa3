package network.spheron.dao.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;

/** Submissions that have become final. */
@Path("/api/submissions")
@PermitAll
public class SubmissionsForTests {
    @GET
    @Path("{id}")
    public SubmissionView submission(String id) {
        return new SubmissionView(id, "sip:7:vote", SubmissionStatus.FINAL, "0x" + "5c".repeat(32), null, null);
    }
}

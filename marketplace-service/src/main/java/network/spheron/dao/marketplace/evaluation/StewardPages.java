package network.spheron.dao.marketplace.evaluation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The stewards' queue, and what the form of a disqualification sends. */
@Path("/")
@RolesAllowed(Roles.STEWARD)
@Blocking
class StewardPages {
    private final StewardQueue queue;
    private final DisqualifyBid disqualifyBid;
    private final StewardEligibility eligibility;

    StewardPages(StewardQueue queue, DisqualifyBid disqualifyBid, StewardEligibility eligibility) {
        this.queue = queue;
        this.disqualifyBid = disqualifyBid;
        this.eligibility = eligibility;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance queue(List<QueueItem> items, @Nullable String wallet);
    }

    @GET
    @Path("/steward")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance queue() {
        return Templates.queue(queue.waiting(), eligibility.onlySeat().orElse(null));
    }

    @POST
    @Path("/workstreams/{mandateId}/bids/{bidIndex}/disqualifications/request")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public SignRequest request(
            BigInteger mandateId, int bidIndex, @RestForm String wallet, @RestForm @Nullable String reason) {
        PreparedDecision prepared =
                disqualifyBid.prepare(mandateId, bidIndex, new DisqualificationRequest(wallet, reason, null, null));
        return SignRequest.typedData(prepared.typedData(), prepared.words());
    }

    @POST
    @Path("/workstreams/{mandateId}/bids/{bidIndex}/disqualifications")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    public Outcome disqualify(
            BigInteger mandateId,
            int bidIndex,
            @RestForm String wallet,
            @RestForm @Nullable String reason,
            @RestForm @Nullable String signature) {
        return disqualifyBid
                .submit(mandateId, bidIndex, new DisqualificationRequest(wallet, reason, null, signature))
                .outcome();
    }
}

package network.spheron.dao.marketplace.milestone;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.marketplace.evaluation.CollectedDecision;
import network.spheron.dao.marketplace.evaluation.PreparedDecision;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Evidence and decisions over HTTP. */
@Path("/api/agreements/{agreementId}/milestones/{index}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Milestones")
class MilestoneResource {
    private final SubmitMilestone submitMilestone;
    private final DecideMilestone decideMilestone;
    private final ChallengeMilestone challengeMilestone;

    MilestoneResource(
            SubmitMilestone submitMilestone, DecideMilestone decideMilestone, ChallengeMilestone challengeMilestone) {
        this.submitMilestone = submitMilestone;
        this.decideMilestone = decideMilestone;
        this.challengeMilestone = challengeMilestone;
    }

    @POST
    @Path("/submission-request")
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(summary = "What the contractor signs to submit the milestone's next round")
    @APIResponse(responseCode = "403", description = "not-the-contractor")
    @APIResponse(responseCode = "409", description = "not-submittable")
    public PreparedSubmission prepareSubmission(BigInteger agreementId, int index, SubmissionRequest request) {
        return submitMilestone.prepare(new MilestoneId(agreementId, index), request);
    }

    @POST
    @Path("/submissions")
    @ResponseStatus(202)
    @RolesAllowed(Roles.CONTRACTOR)
    @Operation(summary = "Relays the contractor's signed evidence")
    @APIResponse(responseCode = "202", description = "Accepted; follow the submission")
    @APIResponse(responseCode = "403", description = "not-the-contractor")
    @APIResponse(responseCode = "409", description = "not-submittable")
    @APIResponse(responseCode = "422", description = "wrong-signature")
    public SubmissionView submit(BigInteger agreementId, int index, SubmissionRequest request) {
        return submitMilestone.submit(new MilestoneId(agreementId, index), request);
    }

    @POST
    @Path("/decision-request")
    @RolesAllowed(Roles.STEWARD)
    @Operation(summary = "What a steward signs to approve, send back or reject the submitted round")
    @APIResponse(responseCode = "403", description = "not-a-steward, conflict-of-interest")
    @APIResponse(responseCode = "409", description = "nothing-to-decide, old-round")
    public PreparedDecision prepareDecision(BigInteger agreementId, int index, DecisionRequest request) {
        return decideMilestone.prepare(new MilestoneId(agreementId, index), request);
    }

    @POST
    @Path("/decisions")
    @ResponseStatus(202)
    @RolesAllowed(Roles.STEWARD)
    @Operation(summary = "Keeps a steward's signature; the decision is relayed once enough have signed it")
    @APIResponse(responseCode = "202", description = "Kept; with a submission once it was relayed")
    @APIResponse(responseCode = "403", description = "not-a-steward, conflict-of-interest")
    @APIResponse(responseCode = "409", description = "nothing-to-decide, old-round, already-signed")
    @APIResponse(responseCode = "422", description = "wrong-signature, signature-expired")
    public CollectedDecision decide(BigInteger agreementId, int index, DecisionRequest request) {
        return decideMilestone.submit(new MilestoneId(agreementId, index), request);
    }

    @POST
    @Path("/challenge-request")
    @Authenticated
    @Operation(summary = "The transactions by which a wallet challenges what was decided about the milestone")
    @APIResponse(responseCode = "403", description = "wallet-not-linked")
    @APIResponse(responseCode = "409", description = "not-challengeable")
    public PreparedChallenge prepareChallenge(BigInteger agreementId, int index, ChallengeRequest request) {
        return challengeMilestone.prepare(new MilestoneId(agreementId, index), request);
    }

    @POST
    @Path("/challenge-reasons")
    @Authenticated
    @Operation(summary = "Keeps the words of a challenge's reason, which are shown once their hash is on chain")
    @APIResponse(responseCode = "204", description = "Kept")
    @APIResponse(responseCode = "409", description = "not-challengeable")
    public void keepChallengeReason(BigInteger agreementId, int index, ChallengeRequest request) {
        challengeMilestone.keepReason(new MilestoneId(agreementId, index), request);
    }
}

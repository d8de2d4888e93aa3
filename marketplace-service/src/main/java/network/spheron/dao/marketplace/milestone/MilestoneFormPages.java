package network.spheron.dao.marketplace.milestone;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigInteger;
import java.util.Map;
import network.spheron.dao.identity.Roles;
import network.spheron.dao.marketplace.evaluation.CollectedDecision;
import network.spheron.dao.marketplace.evaluation.PreparedDecision;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What the forms of milestones send: the same use cases as the API. */
@Path("/agreements/{agreementId}/milestones/{index}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class MilestoneFormPages {
    private static final String BOND = "bond";

    private final SubmitMilestone submitMilestone;
    private final DecideMilestone decideMilestone;
    private final ChallengeMilestone challengeMilestone;

    MilestoneFormPages(
            SubmitMilestone submitMilestone, DecideMilestone decideMilestone, ChallengeMilestone challengeMilestone) {
        this.submitMilestone = submitMilestone;
        this.decideMilestone = decideMilestone;
        this.challengeMilestone = challengeMilestone;
    }

    /** The fields of the evidence form; the hash's name ends in the milestone's index, as a page has several forms. */
    private static SubmissionRequest evidence(MultivaluedMap<String, String> fields, int index) {
        return new SubmissionRequest(
                fields.getFirst("evidenceUrl"),
                fields.getFirst("evidenceHash" + index),
                fields.getFirst("note"),
                fields.getFirst("signature"));
    }

    /** The fields of the decision form. */
    static class DecisionForm {
        @RestForm
        @Nullable
        String wallet;

        @RestForm
        @Nullable
        String decision;

        @RestForm
        @Nullable
        String reason;

        @RestForm
        @Nullable
        Integer round;

        @RestForm
        @Nullable
        String signature;

        DecisionRequest request() {
            return new DecisionRequest(wallet, decision, reason, null, round, signature);
        }
    }

    @POST
    @Path("/submissions/request")
    @RolesAllowed(Roles.CONTRACTOR)
    public SignRequest submissionRequest(BigInteger agreementId, int index, MultivaluedMap<String, String> fields) {
        PreparedSubmission prepared =
                submitMilestone.prepare(new MilestoneId(agreementId, index), evidence(fields, index));
        return SignRequest.typedData(prepared.typedData(), prepared.words());
    }

    @POST
    @Path("/submissions/transaction")
    @RolesAllowed(Roles.CONTRACTOR)
    public SignRequest submissionTransaction(BigInteger agreementId, int index, MultivaluedMap<String, String> fields) {
        return SignRequest.transaction(submitMilestone
                .prepare(new MilestoneId(agreementId, index), evidence(fields, index))
                .direct());
    }

    @POST
    @Path("/submissions")
    @RolesAllowed(Roles.CONTRACTOR)
    public Outcome submit(BigInteger agreementId, int index, MultivaluedMap<String, String> fields) {
        if (fields.containsKey("transactionHash")) {
            return Outcome.goTo("/agreements/" + agreementId);
        }
        return Outcome.relayed(
                submitMilestone.submit(new MilestoneId(agreementId, index), evidence(fields, index)),
                "/agreements/" + agreementId);
    }

    @POST
    @Path("/decisions/request")
    @RolesAllowed(Roles.STEWARD)
    public SignRequest decisionRequest(BigInteger agreementId, int index, DecisionForm form) {
        PreparedDecision prepared = decideMilestone.prepare(new MilestoneId(agreementId, index), form.request());
        return SignRequest.typedData(prepared.typedData(), prepared.words());
    }

    @POST
    @Path("/decisions")
    @RolesAllowed(Roles.STEWARD)
    public Outcome decide(BigInteger agreementId, int index, DecisionForm form) {
        CollectedDecision collected = decideMilestone.submit(new MilestoneId(agreementId, index), form.request());
        return collected.outcome();
    }

    /** Where a bond is needed and the escrow may not take it yet, allowing that comes first, and then the same form again. */
    @POST
    @Path("/challenges/request")
    @Authenticated
    public SignRequest challengeRequest(
            BigInteger agreementId, int index, @RestForm String wallet, @RestForm @Nullable String reason) {
        PreparedChallenge prepared =
                challengeMilestone.prepare(new MilestoneId(agreementId, index), new ChallengeRequest(wallet, reason));
        return prepared.allowBond() == null
                ? SignRequest.transaction(prepared.challenge())
                : SignRequest.transaction(prepared.allowBond()).returning(Map.of("step", BOND));
    }

    @POST
    @Path("/challenges")
    @Authenticated
    public Outcome challenged(
            BigInteger agreementId, int index, @RestForm @Nullable String reason, @RestForm @Nullable String step) {
        if (BOND.equals(step)) {
            return Outcome.noticed("The escrow may take the bond now. Press the button again to send the challenge.");
        }
        challengeMilestone.keepReason(new MilestoneId(agreementId, index), new ChallengeRequest(null, reason));
        return Outcome.goTo("/agreements/" + agreementId);
    }
}

package network.spheron.dao.governance.portal;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.spheron.dao.governance.election.BallotsRequest;
import network.spheron.dao.governance.election.CastBallots;
import network.spheron.dao.governance.election.Choice;
import network.spheron.dao.governance.election.PrepareBallot;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.Outcome;
import network.spheron.dao.web.SignRequest;

/** What the ballot form on an election's page leads to. */
@Path("/elections/{mandateId}/ballots")
@Blocking
@Authenticated
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
public class BallotPages {
    private static final Pattern CHOICE_FIELD = Pattern.compile("choice-([0-9]{1,4})");

    private final PrepareBallot prepare;
    private final CastBallots cast;

    BallotPages(PrepareBallot prepare, CastBallots cast) {
        this.prepare = prepare;
        this.cast = cast;
    }

    @POST
    @Path("request")
    public SignRequest request(@PathParam("mandateId") BigInteger mandateId, MultivaluedMap<String, String> form) {
        return prepare.request(mandateId, form.getFirst("wallet"), null, packed(mandateId, form));
    }

    @POST
    @Path("transaction")
    public SignRequest transaction(@PathParam("mandateId") BigInteger mandateId, MultivaluedMap<String, String> form) {
        return SignRequest.transaction(
                prepare.transaction(mandateId, form.getFirst("wallet"), null, packed(mandateId, form)));
    }

    /** Takes the signed ballot, or hears that the wallet has sent it itself. */
    @POST
    public Outcome cast(@PathParam("mandateId") BigInteger mandateId, MultivaluedMap<String, String> form) {
        if (form.getFirst("transactionHash") != null) {
            return Outcome.noticed("Your wallet has sent the ballot. It shows here once its block is final.");
        }
        BallotsRequest.SignedBallot ballot = new BallotsRequest.SignedBallot(
                form.getFirst("wallet"),
                form.getFirst("sequence"),
                form.getFirst("choices"),
                form.getFirst("signature"));
        return Outcome.relayed(cast.relay(mandateId, new BallotsRequest(List.of(ballot)))
                .submissions()
                .get(0));
    }

    private String packed(BigInteger mandateId, MultivaluedMap<String, String> form) {
        Map<Integer, Choice> choices = new HashMap<>();
        form.forEach((field, values) -> {
            Matcher choice = CHOICE_FIELD.matcher(field);
            if (choice.matches()) {
                choices.put(Integer.parseInt(choice.group(1)), choice(field, values.get(0)));
            }
        });
        return prepare.pack(mandateId, choices);
    }

    private static Choice choice(String field, String value) {
        if (!value.matches("[0-3]")) {
            throw new InvalidField(field, "must be 0 (no vote), 1 (yes), 2 (no) or 3 (abstain)");
        }
        return Choice.of(Integer.parseInt(value));
    }
}

package network.spheron.dao.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Map;
import network.spheron.dao.chain.SubmissionStatus;
import network.spheron.dao.chain.SubmissionView;
import network.spheron.dao.chain.signing.SigningDomain;
import network.spheron.dao.chain.signing.TypedData;
import org.jboss.resteasy.reactive.RestForm;

/** A page with every component on it, and the routes that its forms post to. */
@Path("/showcase")
@Blocking
public class ShowcasePages {
    static final String WALLET = "0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266";

    /** What the showcase page shows. */
    public record Showcase(
            VoteBar vote,
            VoteBar election,
            BudgetBar budget,
            List<Stage> stages,
            List<Stage> failed,
            Form form,
            Map<String, String> rules,
            Action allowed,
            Action refused,
            SubmissionView sent,
            SubmissionView settled,
            SubmissionView turnedDown,
            BigInteger price,
            String wallet,
            String hash,
            long now,
            String text) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance all(Showcase show);

        static native TemplateInstance form(Form form);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance all() {
        return Templates.all(showcase());
    }

    @GET
    @Path("form")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance form() {
        return Templates.form(Form.empty());
    }

    @POST
    @Path("form")
    public Response submit(@RestForm String title) {
        return Response.seeOther(URI.create("/showcase?title=" + title.length()))
                .build();
    }

    @POST
    @Path("votes/request")
    @Produces(MediaType.APPLICATION_JSON)
    public SignRequest request(@RestForm String wallet, @RestForm int support) {
        SigningDomain domain = new SigningDomain("DaoGovernor", "1", 31337, "0x" + "11".repeat(20));
        TypedData ballot = TypedData.of(
                domain,
                "Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)",
                Map.of("proposalId", BigInteger.valueOf(7), "support", support, "voter", wallet, "nonce", 0));
        return SignRequest.typedData(
                ballot, List.of("Vote for SIP 7 with all of your voting power.", "This costs you no gas."));
    }

    @POST
    @Path("votes/transaction")
    @Produces(MediaType.APPLICATION_JSON)
    public SignRequest transaction(@RestForm String wallet) {
        return SignRequest.transaction(OwnTransaction.call(
                "0x" + "11".repeat(20), "0x", 31337, List.of("Send your vote on SIP 7 from your own wallet.")));
    }

    @POST
    @Path("votes")
    @Produces(MediaType.APPLICATION_JSON)
    public Outcome vote(@RestForm String wallet, @RestForm String signature) {
        return Outcome.relayed(sent());
    }

    private static SubmissionView sent() {
        return new SubmissionView(
                "governance-1", "sip:7:vote", SubmissionStatus.SENT, "0x" + "5c".repeat(32), null, null);
    }

    private static Showcase showcase() {
        BigInteger unit = BigInteger.TEN.pow(18);
        SubmissionView settled = new SubmissionView(
                "governance-2", "sip:7:queue", SubmissionStatus.FINAL, "0x" + "5c".repeat(32), null, null);
        SubmissionView turnedDown = new SubmissionView(
                "governance-3", "sip:7:x", SubmissionStatus.REFUSED, null, "BiddingClosed", "BiddingClosed(at=17)");
        return new Showcase(
                new VoteBar(units(61, unit), units(18, unit), units(6, unit), units(40, unit), 18),
                new VoteBar(units(5, unit), units(9, unit), BigInteger.ZERO, units(40, unit), 18),
                new BudgetBar(units(250_000, million()), units(64_000, million()), units(31_250, million()), 6, "sUSD"),
                Stage.path(3, List.of("Open", "Revealing", "Review", "Election", "Standstill", "Awarded")),
                Stage.failedAt(2, List.of("Open", "Revealing", "Review")),
                Form.of(Map.of("title", "Explorer", "price", "12,5x")).with("price", "must be a number"),
                Map.of("FILL_THE_BUDGET", "Fill the budget", "SINGLE_WINNER", "Single winner"),
                Action.allowed("vote"),
                Action.refused("submit-bid", "Bidding closed on 14 Jan 2027 by the chain's clock."),
                sent(),
                settled,
                turnedDown,
                new BigInteger("1250500000"),
                WALLET,
                "0x" + "5c".repeat(32),
                StillClock.NOW,
                "## Why\n\nA **block explorer** for the network, with `search`.\n\n- fast\n- [open](https://example.org)\n\n<script>alert(1)</script>");
    }

    private static BigInteger units(long count, BigInteger unit) {
        return unit.multiply(BigInteger.valueOf(count));
    }

    private static BigInteger million() {
        return BigInteger.valueOf(1_000_000);
    }
}

package network.spheron.dao.governance.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import network.spheron.dao.governance.election.BallotView;
import network.spheron.dao.governance.election.BrowseElections;
import network.spheron.dao.governance.election.Choice;
import network.spheron.dao.governance.election.ElectionView;
import network.spheron.dao.identity.Caller;
import network.spheron.dao.web.TokenAmount;
import network.spheron.dao.web.WebConfig;

/** The page of an election: the ballot over all bids, and the result as it stands. */
@Path("/elections/{mandateId}")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ElectionPages {
    private static final int PERCENT_DECIMALS = 2;

    private final BrowseElections elections;
    private final OwnSubmissions own;
    private final Caller caller;
    private final WebConfig config;

    ElectionPages(BrowseElections elections, OwnSubmissions own, Caller caller, WebConfig config) {
        this.elections = elections;
        this.own = own;
        this.caller = caller;
        this.config = config;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance detail(
                ElectionView election,
                Allowed allowed,
                List<BallotLine> lines,
                String margin,
                List<BallotView> cast,
                List<OwnSubmission> own);
    }

    @GET
    public TemplateInstance detail(@PathParam("mandateId") BigInteger mandateId) {
        ElectionView election = elections.view(mandateId);
        List<BallotView> cast = elections.ballotsOf(mandateId, caller.wallets()).ballots();
        return Templates.detail(
                election,
                new Allowed(election.actions()),
                election.bids().stream()
                        .map(bid -> BallotLine.of(
                                bid, election.rule(), mine(cast, bid.bidIndex()), config.votingDecimals()))
                        .toList(),
                TokenAmount.format(BigInteger.valueOf(election.rule().marginBps()), PERCENT_DECIMALS) + " %",
                cast,
                own.inElection(mandateId));
    }

    private static Choice mine(List<BallotView> cast, int bidIndex) {
        return cast.stream().findFirst().map(ballot -> ballot.choice(bidIndex)).orElse(Choice.NONE);
    }
}

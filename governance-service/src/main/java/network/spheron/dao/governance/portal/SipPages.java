package network.spheron.dao.governance.portal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import network.spheron.dao.governance.discussion.CommentView;
import network.spheron.dao.governance.discussion.Discussion;
import network.spheron.dao.governance.sip.BrowseSips;
import network.spheron.dao.governance.sip.SipPage;
import network.spheron.dao.governance.sip.SipStatus;
import network.spheron.dao.governance.sip.SipView;
import network.spheron.dao.governance.voting.BrowseVotes;
import network.spheron.dao.governance.voting.SipVotes;
import network.spheron.dao.governance.voting.TallyView;
import network.spheron.dao.web.InvalidField;
import network.spheron.dao.web.Stage;
import network.spheron.dao.web.VoteBar;
import network.spheron.dao.web.WebConfig;

/** The pages on which SIPs are read and voted on. */
@Path("/sips")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SipPages {
    private static final int PER_PAGE = 20;
    private static final int VOTES_SHOWN = 100;

    private final BrowseSips sips;
    private final Discussion discussion;
    private final BrowseVotes votes;
    private final OwnSubmissions own;
    private final WebConfig config;

    SipPages(BrowseSips sips, Discussion discussion, BrowseVotes votes, OwnSubmissions own, WebConfig config) {
        this.sips = sips;
        this.discussion = discussion;
        this.votes = votes;
        this.own = own;
        this.config = config;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(SipPage sips, List<SipStatus> statuses, String chosen);

        static native TemplateInstance detail(
                SipView sip,
                Allowed allowed,
                List<Stage> stages,
                List<CommentView> comments,
                SipVotes votes,
                VoteBar bar,
                List<OwnSubmission> own);
    }

    @GET
    public TemplateInstance list(
            @QueryParam("status") @DefaultValue("") String status, @QueryParam("page") @DefaultValue("0") int page) {
        SipStatus chosen = status.isEmpty()
                ? null
                : Arrays.stream(SipStatus.values())
                        .filter(known -> known.name().equalsIgnoreCase(status))
                        .findFirst()
                        .orElseThrow(() -> new InvalidField("status", "is not a status of a SIP"));
        return Templates.list(
                sips.page(chosen, page, PER_PAGE), List.of(SipStatus.values()), chosen == null ? "" : chosen.name());
    }

    @GET
    @Path("{id}")
    public TemplateInstance detail(@PathParam("id") long id) {
        SipView sip = sips.view(id);
        SipVotes cast = votes.on(id, 0, VOTES_SHOWN);
        return Templates.detail(
                sip,
                new Allowed(sip.actions()),
                SipPath.of(sip.status()),
                discussion.comments(id),
                cast,
                bar(cast.tally()),
                own.onSip(id));
    }

    private VoteBar bar(TallyView tally) {
        return new VoteBar(
                tally.votesFor(), tally.votesAgainst(), tally.votesAbstain(), tally.quorum(), config.votingDecimals());
    }
}

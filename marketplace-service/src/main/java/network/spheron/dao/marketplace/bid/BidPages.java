package network.spheron.dao.marketplace.bid;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import network.spheron.dao.web.Action;
import network.spheron.dao.web.Form;
import network.spheron.dao.web.WebConfig;

/** Pages of bids. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Blocking
class BidPages {
    private final ReadBids readBids;
    private final BidFormView formView;
    private final WebConfig web;

    BidPages(ReadBids readBids, BidFormView formView, WebConfig web) {
        this.readBids = readBids;
        this.formView = formView;
        this.web = web;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance form(BidFormView.Shown shown, Form form, List<Integer> rows);

        static native TemplateInstance detail(BidView bid, BidPicture picture);
    }

    @GET
    @Path("/workstreams/{mandateId}/bid")
    public TemplateInstance form(BigInteger mandateId) {
        List<Integer> rows = IntStream.rangeClosed(2, BidForm.ROWS).boxed().toList();
        return Templates.form(formView.of(mandateId), Form.empty(), rows);
    }

    @GET
    @Path("/bids/{bidId}")
    public TemplateInstance detail(UUID bidId) {
        BidView bid = readBids.one(bidId);
        return Templates.detail(bid, new BidPicture(bid, web.votingDecimals()));
    }

    /** The first action of that name. */
    static Action action(List<Action> actions, String name) {
        return actions.stream()
                .filter(action -> action.name().equals(name))
                .findFirst()
                .orElseGet(() -> Action.refused(name, "This bid is not on chain yet."));
    }
}

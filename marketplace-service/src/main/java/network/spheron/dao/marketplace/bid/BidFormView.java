package network.spheron.dao.marketplace.bid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import network.spheron.dao.marketplace.workstream.Windows;
import network.spheron.dao.marketplace.workstream.Workstream;
import network.spheron.dao.marketplace.workstream.Workstreams;
import network.spheron.dao.web.Action;

/** What the page on which a bid is written says about the workstream. */
@ApplicationScoped
class BidFormView {
    private final Workstreams workstreams;
    private final BidActions actions;

    BidFormView(Workstreams workstreams, BidActions actions) {
        this.workstreams = workstreams;
        this.actions = actions;
    }

    /** @param biddingEnds in seconds since the epoch; 0 while bidding has not been opened */
    record Shown(String mandateId, String title, BigInteger cap, BigInteger bond, long biddingEnds, Action bid) {}

    @Transactional
    Shown of(BigInteger mandateId) {
        Workstream workstream = workstreams.require(mandateId);
        return new Shown(
                mandateId.toString(),
                workstream.title(),
                workstream.terms().cap(),
                workstream.terms().bond(),
                workstream.windows().map(Windows::biddingEnds).orElse(0L),
                actions.bid(workstream));
    }
}

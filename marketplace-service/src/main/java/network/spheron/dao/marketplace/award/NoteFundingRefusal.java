package network.spheron.dao.marketplace.award;

import jakarta.enterprise.context.ApplicationScoped;
import network.spheron.dao.events.FundingRefused;
import network.spheron.dao.marketplace.bid.Bid;
import network.spheron.dao.marketplace.bid.Bids;
import network.spheron.dao.messaging.EventHandler;
import network.spheron.dao.messaging.MissingPrerequisite;

/** Shows with a winning bid why the treasury would not fund it. */
@ApplicationScoped
class NoteFundingRefusal implements EventHandler<FundingRefused> {
    private final Bids bids;

    NoteFundingRefusal(Bids bids) {
        this.bids = bids;
    }

    @Override
    public Class<FundingRefused> type() {
        return FundingRefused.class;
    }

    @Override
    public void handle(FundingRefused event) {
        Bid bid = bids.at(event.mandateId(), event.bidIndex())
                .orElseThrow(() ->
                        new MissingPrerequisite("bid " + event.bidIndex() + " under mandate " + event.mandateId()));
        bid.fundingRefused("The treasury did not fund it (" + event.check() + "): " + event.detail());
    }
}

package network.spheron.dao.marketplace.workstream;

import java.util.List;
import network.spheron.dao.web.Action;

/** What a workstream shows of its bids. */
public interface BidsOfWorkstream {
    /** Its bids: by result where there is one, otherwise in the order in which they came. */
    List<BidLine> of(Workstream workstream);

    /** Whether the caller may bid now. */
    Action mayBid(Workstream workstream);
}

package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.marketplace.keeper.DueCalls;

/** Opens the bidding for every mandate that allows it. */
@ApplicationScoped
class OpenBidding {
    private final Workstreams workstreams;
    private final DueCalls due;

    OpenBidding(Workstreams workstreams, DueCalls due) {
        this.workstreams = workstreams;
        this.due = due;
    }

    @Transactional
    void onAdvance(@Observes ChainAdvanced advanced) {
        for (Workstream workstream : workstreams.notOpened()) {
            BigInteger mandateId = workstream.mandateId();
            due.send("workstream:" + mandateId + ":open", ContractName.BID_BOOK, BidBook.open(mandateId));
        }
    }
}

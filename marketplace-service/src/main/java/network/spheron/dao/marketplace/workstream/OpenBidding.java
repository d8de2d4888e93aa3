package network.spheron.dao.marketplace.workstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.contracts.BidBook;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.marketplace.keeper.DueCalls;

/** Opens the bidding for every mandate that allows it. */
@ApplicationScoped
class OpenBidding {
    private final Workstreams workstreams;
    private final DueCalls due;
    private final DueWork dueWork;

    OpenBidding(Workstreams workstreams, DueCalls due, DueWork dueWork) {
        this.workstreams = workstreams;
        this.due = due;
        this.dueWork = dueWork;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        dueWork.each("opening", () -> workstreams.toOpen(advanced.block().timestamp()), this::open);
    }

    private void open(BigInteger mandateId) {
        due.send("workstream:" + mandateId + ":open", ContractName.BID_BOOK, BidBook.open(mandateId));
    }
}

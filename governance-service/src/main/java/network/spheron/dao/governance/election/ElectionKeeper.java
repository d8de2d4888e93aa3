package network.spheron.dao.governance.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;

/** Opens and decides elections when the chain's clock says so, and tells the other services what was decided. */
@ApplicationScoped
class ElectionKeeper {
    private final Competitions competitions;
    private final Elections elections;
    private final DueElections due;
    private final DueWork dueWork;

    ElectionKeeper(Competitions competitions, Elections elections, DueElections due, DueWork dueWork) {
        this.competitions = competitions;
        this.elections = elections;
        this.due = due;
        this.dueWork = dueWork;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        long now = advanced.block().timestamp();
        dueWork.each("opening the election", () -> competitions.openable(now), due::open);
        dueWork.each("deciding the election", () -> elections.decidable(now), due::decide);
        dueWork.each("publishing the election", elections::unpublished, due::publish);
    }
}

package network.spheron.dao.marketplace.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigInteger;
import network.spheron.dao.chain.ChainAdvanced;
import network.spheron.dao.chain.DueWork;
import network.spheron.dao.contracts.ContractName;
import network.spheron.dao.contracts.MilestoneEscrow;
import network.spheron.dao.marketplace.keeper.DueCalls;

/** Moves milestones forward that the stewards left undecided: nobody decides by silence. */
@ApplicationScoped
class CloseReviews {
    private final Milestones milestones;
    private final DueCalls due;
    private final DueWork dueWork;

    CloseReviews(Milestones milestones, DueCalls due, DueWork dueWork) {
        this.milestones = milestones;
        this.due = due;
        this.dueWork = dueWork;
    }

    void onAdvance(@Observes ChainAdvanced advanced) {
        dueWork.each("review", () -> milestones.undecided(advanced.block().timestamp()), this::close);
    }

    private void close(MilestoneId id) {
        due.send(
                "agreement:" + id.agreementId() + ":milestone:" + id.position() + ":round:"
                        + milestones.require(id).round() + ":close-review",
                ContractName.MILESTONE_ESCROW,
                MilestoneEscrow.closeReview(id.agreementId(), BigInteger.valueOf(id.position())));
    }
}
